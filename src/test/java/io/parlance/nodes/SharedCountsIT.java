package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens once, or so many times, happens so on both nodes together. */
class SharedCountsIT {
    private static final int CLIENTS = 8;

    private final Cluster cluster = Cluster.get();
    private final Admin.Tenant tenant = cluster.admin().tenant();

    @Test
    void allowsADocumentedWindowWithinFivePercent() {
        var application = tenant.application("{}");
        var mews = new MewsPair(tenant, application);

        var statuses = atOnce(300, i -> mews.messages(cluster.balancer().base()).status());

        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeBetween(190, 200);
    }

    /** A hundred a second after a burst of fifty, asked for as often as the nodes can answer. */
    @Test
    void allowsARateWithinFivePercent() {
        var application = tenant.application("{\"rateLimit\":100}");
        var token = tenant.credential(application, "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        var request = HttpRequest.newBuilder(URI.create(cluster.balancer().base() + "/messages/"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        var passed = new AtomicInteger();

        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(8).toNanos();
        together(CLIENTS, i -> () -> {
            while (System.nanoTime() < end) {
                if (status(request) != 429) {
                    passed.incrementAndGet();
                }
            }
            return true;
        });
        double allowed = 50 + 100 * (System.nanoTime() - begin) / 1e9;

        assertThat(passed.get() / allowed).isBetween(0.95, 1.05);
    }

    @Test
    void storesOnceWhateverNodesAKeyIsSentToAtOnce() {
        var application = tenant.application("{\"rateLimit\":0}");
        var mews = new MewsPair(tenant, application);
        for (int i = 0; i < 20; i++) {
            var key = UUID.randomUUID().toString();
            var items = ",\"Messages\":[{\"Text\":\"%s\",\"MessageThreadId\":\"%s\"}]".formatted(key, mews.thread());

            var answers = IntStream.range(0, 4)
                    .mapToObj(node -> CompletableFuture.supplyAsync(() -> mews.request("/messages/add", items)
                            .to(cluster.base(node % 2))
                            .header("Idempotency-Key", key)
                            .send()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.get(0).body());
        }
        assertThat(tenant.messages()).hasSize(20);
    }

    @Test
    void keepsOneVersionOfAReviewThatBothNodesStore() {
        var application = tenant.application("{\"rateLimit\":0}");
        var group = tenant.group("G", "").path("id").asText();
        var token = tenant.credential(application, "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        for (int i = 0; i < 10; i++) {
            var review = "{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"r-%d\"}}"
                    .formatted(group, i);
            var statuses = IntStream.range(0, 4)
                    .mapToObj(node -> CompletableFuture.supplyAsync(() -> Http.post("/messages/")
                            .to(cluster.base(node % 2))
                            .bearer(token)
                            .json(review)
                            .send()
                            .status()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join);
            assertThat(statuses).containsOnly(200);
        }
        assertThat(tenant.messages()).hasSize(10);
    }

    @Test
    void expiresEachAccessRequestOnce() throws SQLException {
        var application = tenant.application("{}");
        var key = tenant.credential(application, "{\"kind\":\"api-key\"}")
                .path("token")
                .asText();
        for (int i = 0; i < 10; i++) {
            var asked = jitsudo("POST", "/v1/requests", key)
                    .json("{\"resource\":{\"type\":\"aws_account\",\"id\":\"%d\"},\"action\":\"assume\"}".formatted(i))
                    .send();
            assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        }
        try (var connection = cluster.database.connect();
                var statement = connection.prepareStatement(
                        "update thread_deadline set due_at = now() - interval '1 second' where tenant_id = ?::uuid")) {
            statement.setString(1, tenant.id());
            assertThat(statement.executeUpdate()).isEqualTo(10);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> tenant.messages().size() >= 10);
        await().during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(10))
                .until(() -> tenant.messages().size() == 10);
        var entries =
                jitsudo("GET", "/v1/audit-log?action=request.expired", key).send();
        assertThat(entries.json().path("data")).as(entries.body()).hasSize(10);
    }

    private Http jitsudo(String method, String path, String key) {
        return Http.request(method, path)
                .to(cluster.balancer().base())
                .header("X-Tenant-ID", tenant.id())
                .header("X-API-Key", key);
    }

    private static List<Integer> atOnce(int requests, IntFunction<Integer> send) {
        var next = new AtomicInteger();
        return together(
                        CLIENTS,
                        client -> () -> Stream.generate(next::getAndIncrement)
                                .takeWhile(i -> i < requests)
                                .map(send::apply)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<T> together(int clients, IntFunction<Supplier<T>> work) {
        return IntStream.range(0, clients)
                .mapToObj(client -> CompletableFuture.supplyAsync(
                        work.apply(client), task -> new Thread(task, "client " + client).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static int status(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

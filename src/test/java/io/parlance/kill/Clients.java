package io.parlance.kill;

import io.parlance.it.Admin;
import io.parlance.it.AdminClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the clients of one tenant post: reviews in the Travtus dialect, batches in the Mews dialect. */
public final class Clients {
    private static final int BATCH = 3;
    /** Longer than any answer may take, so that a slow one is seen as such. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final Admin.Tenant tenant;
    private final URI base;
    private final String bearer;
    private final String group;
    private final String clientToken;
    private final String accessToken;
    private final String thread;

    public Clients(AdminClient admin) {
        base = admin.base();
        tenant = admin.tenant();
        group = tenant.group("G", "").path("id").asText();
        var application = tenant.application("{\"rateLimit\":0}");
        bearer = token(application, "{\"kind\":\"bearer\"}");
        clientToken = token(application, "{\"kind\":\"client-token\"}");
        accessToken = token(application, "{\"kind\":\"access-token\",\"groups\":[\"%s\"]}".formatted(group));
        thread = tenant.thread("{\"dialect\":\"mews\",\"applicationId\":\"%s\",\"groupId\":\"%s\",\"subject\":\"S\"}"
                        .formatted(application, group))
                .path("id")
                .asText();
    }

    private String token(String application, String body) {
        return tenant.credential(application, body).path("token").asText();
    }

    /** A review that is sent once, whatever becomes of it. */
    public Post review() {
        return review(false);
    }

    /** A review that is sent until it is acknowledged: its id makes it the same review. */
    public Post repeatedReview() {
        return review(true);
    }

    private Post review(boolean repeated) {
        var text = "review " + UUID.randomUUID();
        var body =
                """
                {"group_id": "%s", "channel": "review", "review": {"review_id": "%s", "comment": "%s"}}"""
                        .formatted(group, text, text);
        var request = post("/messages/", body).header("Authorization", "Bearer " + bearer);
        return new Post(request.build(), List.of(text), repeated);
    }

    /** A batch that is sent once: nothing would tell a repetition from another batch. */
    public Post batch() {
        var texts = texts();
        return new Post(add(texts).build(), texts, false);
    }

    /** A batch that is sent until it is acknowledged, always under the same idempotency key. */
    public Post keyedBatch() {
        var texts = texts();
        var request = add(texts).header("Idempotency-Key", UUID.randomUUID().toString());
        return new Post(request.build(), texts, true);
    }

    private static List<String> texts() {
        var name = "batch " + UUID.randomUUID();
        return IntStream.range(0, BATCH)
                .mapToObj(i -> name + " " + (i + 1) + " of " + BATCH)
                .toList();
    }

    private HttpRequest.Builder add(List<String> texts) {
        var items = texts.stream()
                .map(text -> "{\"Text\":\"%s\",\"MessageThreadId\":\"%s\"}".formatted(text, thread))
                .collect(Collectors.joining(","));
        return post(
                "/api/connector/v1/messages/add",
                """
                {"ClientToken": "%s", "AccessToken": "%s", "Client": "Kill test 1.0.0", "Messages": [%s]}"""
                        .formatted(clientToken, accessToken, items));
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}

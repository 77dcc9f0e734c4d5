package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same promises where access requests are made, and where they are answered. */
class JitsudoRequestsIdempotencyIT implements JitsudoIdempotentOperation {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    @Override
    public JitsudoTenant jitsudo() {
        return jitsudo;
    }

    @Override
    public Http refused() {
        return jitsudo.withKey("POST", "/requests").json("{}");
    }

    /** Access requests for this reason. */
    @Override
    public long stored(String text) {
        return jitsudo
                .withKey("GET", "/requests?limit=250")
                .send()
                .json()
                .path("data")
                .findValuesAsText("reason")
                .stream()
                .filter(text::equals)
                .count();
    }

    @Test
    void answersADecisionAgainInsteadOfRefusingTheSecondOne() {
        var approver = jitsudo.person("grace", "[\"approvers\"]");
        var id = jitsudo.ask("").path("id").asText();
        var first = approve(approver, id, "one");
        var again = approve(approver, id, "one");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(jitsudo.messages(id)).hasSize(1);
        assertThat(approve(approver, id, "two").status()).isIn(400, 403);
    }

    /** More at once than there are connections; each needs no second one. */
    @Test
    void keepsManyRefusalsAtOnceInTheLog() {
        var stranger = jitsudo.person("mallory", "[]");
        var id = jitsudo.ask("").path("id").asText();
        var begin = System.nanoTime();
        var refused = IntStream.range(0, 96)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> approve(stranger, id, "refused " + i), THREADS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(refused).extracting(Answer::status).containsOnly(403);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(jitsudo.audit("?limit=250&action=request.refused&resource_id=" + id))
                .hasSize(96);
    }

    @ParameterizedTest
    @CsvSource({"deny, denied", "cancel, cancelled"})
    void answersTheOtherAnswersAgain(String verb, String status) {
        var id = jitsudo.ask("").path("id").asText();
        Supplier<Http> request =
                () -> jitsudo.call("POST", "/requests/" + id + "/" + verb).header(KEY, "again");
        var approver = jitsudo.person(verb, "[\"approvers\"]");
        Supplier<Answer> send = () -> verb.equals("cancel")
                ? request.get().header("X-API-Key", jitsudo.key()).send()
                : request.get().bearer(approver).send();
        var first = send.get();
        var again = send.get();

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("status").asText()).isEqualTo(status);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(jitsudo.messages(id)).hasSize(1);
        assertThat(jitsudo.audit("?action=request." + status + "&resource_id=" + id))
                .hasSize(1);
    }

    @Test
    void keepsARefusalInTheLogAlthoughItsTransactionIsRolledBack() {
        var id = jitsudo.ask("").path("id").asText();
        var refused = approve(jitsudo.person("ben", "[]"), id, "refused");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(jitsudo.audit("?action=request.refused&resource_id=" + id)).hasSize(1);
    }

    private Answer approve(String token, String id, String key) {
        return jitsudo.call("POST", "/requests/" + id + "/approve")
                .bearer(token)
                .header(KEY, key)
                .send();
    }

    @Override
    public Http operation(String key, String reason) {
        return jitsudo.call("POST", "/requests")
                .header("X-API-Key", key)
                .json(JitsudoTenant.wish(",\"reason\":\"" + reason + "\""));
    }
}

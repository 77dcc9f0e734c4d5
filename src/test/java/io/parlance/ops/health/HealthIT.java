package io.parlance.ops.health;

import static java.util.concurrent.TimeUnit.SECONDS;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Secret;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.ops.WatchedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What balancers and scrapers are told, without credentials, by a server whose PostgreSQL comes and goes. */
@Tag("smoke")
class HealthIT {
    /** Longer than an answer may be old, but not by much. */
    private static final Duration NOTICED = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void isUpInTheFormOfMicroProfileHealth(String kind) {
        await().atMost(NOTICED).until(() -> health("ready").status() == 200);

        var answer = health(kind);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThatJson(answer.body()).node("status").isEqualTo("UP");
        assertThatJson(answer.body()).node("checks").isArray().isNotEmpty();
        assertThatJson(answer.body()).inPath("checks[*].status").isArray().containsOnly("UP");
    }

    @Test
    void isReadOnly() {
        assertThat(Http.post("/health/ready").to(WatchedServer.baseUri()).send().status())
                .isEqualTo(404);
    }

    @Test
    void isNotReadyWhilePostgresqlIsGone() {
        WatchedServer.database().stop();
        try {
            await().atMost(NOTICED).until(() -> health("ready").status() == 503);
            assertThatJson(health("ready").body()).node("status").isEqualTo("DOWN");
            assertThat(health("live").status()).isEqualTo(200);
            assertThat(health("started").status()).isEqualTo(200);
            var metrics = WatchedServer.get("/metrics")
                    .bearer(Secret.random(CredentialKind.ADMIN))
                    .send();
            assertThat(metrics.status()).isEqualTo(503);
            assertThat(metrics.header("Retry-After")).isEqualTo("2");
        } finally {
            WatchedServer.database().restart();
        }
        await().atMost(NOTICED).until(() -> health("ready").status() == 200);
    }

    @Test
    void isNotReadyWherePostgresqlWouldNotKeepWhatWasAcknowledged() {
        WatchedServer.database().with("fsync=off").restart();
        try {
            await().atMost(NOTICED).until(() -> health("ready").body().contains("\"faults\":[\"fsync=off\"]"));
            assertThat(health("ready").status()).isEqualTo(503);
        } finally {
            WatchedServer.database().with("fsync=on").restart();
        }
        await().atMost(NOTICED).until(() -> health("ready").status() == 200);
    }

    @Test
    void answersAtOnceWhilePostgresqlHangs() throws IOException, InterruptedException {
        await().atMost(NOTICED).until(() -> health("ready").status() == 200);
        signal("-STOP");
        try {
            await().atMost(NOTICED).until(() -> quickly("ready").status() == 503);
            assertThat(quickly("live").status()).isEqualTo(200);
        } finally {
            signal("-CONT");
        }
        await().atMost(NOTICED).until(() -> health("ready").status() == 200);
    }

    private static Answer health(String kind) {
        return WatchedServer.get("/health/" + kind).send();
    }

    private static Answer quickly(String kind) {
        long begun = System.nanoTime();
        var answer = health(kind);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        return answer;
    }

    /** To PostgreSQL and all its processes. */
    private static void signal(String signal) throws IOException, InterruptedException {
        var postmaster = ProcessHandle.of(WatchedServer.database().pid()).orElseThrow();
        var family = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> Long.toString(process.pid()));
        var command = Stream.concat(Stream.of("kill", signal), family).toList();
        assertThat(new ProcessBuilder(command).start().waitFor(10, SECONDS)).isTrue();
    }
}

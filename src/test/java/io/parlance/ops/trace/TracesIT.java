package io.parlance.ops.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Http;
import io.parlance.ops.WatchedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Spans as they arrive at a collector. */
class TracesIT {
    private static final Duration EXPORTED = Duration.ofSeconds(15);
    private static final String PARENT = "00f067aa0ba902b7";

    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    @Test
    void continueTheTraceOfTheClientDownToTheSharedCommit() {
        var tenant = WatchedServer.admin().tenant();
        var token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        var group = tenant.group("G", "").path("id").asText();

        var answer = traced(token, "\"%s\"".formatted(group)).send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        // the request, the wait and the commit
        await().atMost(EXPORTED).until(() -> WatchedServer.spans().count(bytes(traceId)) == 3);
        assertThat(WatchedServer.spans().count(bytes(PARENT))).isPositive();
        for (var text : new String[] {"POST travtus", "intake wait", "intake commit", "/messages/", tenant.id()}) {
            assertThat(WatchedServer.spans().count(text)).as(text).isPositive();
        }
        assertThat(WatchedServer.spans().count(token)).isZero();
    }

    @Test
    void tellOfRefusalsAndOfBodiesThatComeLater() {
        traced("plb_wrong", "null").bodyAfterHead().send();

        await().atMost(EXPORTED).until(() -> WatchedServer.spans().count(bytes(traceId)) == 1);
    }

    private Http traced(String token, String group) {
        return Http.post("/messages/")
                .to(WatchedServer.baseUri())
                .bearer(token)
                .header("traceparent", "00-" + traceId + "-" + PARENT + "-01")
                .undocumented()
                .json("{\"group_id\":%s,\"channel\":\"review\",\"review\":{\"review_id\":\"r\",\"comment\":\"c\"}}"
                        .formatted(group));
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}

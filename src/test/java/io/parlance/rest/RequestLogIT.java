package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parlance.it.Admin;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines that the server under test writes about requests. */
class RequestLogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_GROUP =
            "{\"group_id\":\"nowhere\",\"channel\":\"review\",\"review\":{\"review_id\":\"r\",\"comment\":\"c\"}}";

    private final String id = UUID.randomUUID().toString();

    @Test
    void tellOfARefusalByWhomAndWhy() {
        var tenant = Admin.tenant();

        message(token(tenant), id).json(NO_GROUP).send();

        var line = line(id);
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("event").asText()).isEqualTo("request_refused");
        assertThat(line.path("tenant").asText()).isEqualTo(tenant.id());
        assertThat(line.path("dialect").asText()).isEqualTo("travtus");
        assertThat(line.path("method").asText()).isEqualTo("POST");
        assertThat(line.path("path").asText()).isEqualTo("/messages/");
        assertThat(line.path("reason").asText()).isNotEmpty();
        assertThat(line.path("caller").asText()).startsWith("bearer:");
        assertThat(line.path("time").asText()).endsWith("Z");
        assertThat(line.path("logger").asText()).startsWith("io.parlance.");
        assertThat(line.path("message").asText()).contains(id);
    }

    @Test
    void nameTheCallerOfTheirOwnRequestWhateverThreadServedIt() {
        var tenants = List.of(Admin.tenant(), Admin.tenant());
        var tokens = tenants.stream().map(RequestLogIT::token).toList();

        IntStream.range(0, 40).parallel().forEach(i -> {
            var request = i % 4 == 3
                    ? Http.post("/messages/")
                    : Http.post("/messages/").bearer(tokens.get(i % 2));
            var sent = request.header("X-Request-Id", id + "-" + i).json(NO_GROUP);
            (i % 3 == 0 ? sent.bodyAfterHead() : sent).send();
        });

        for (int i = 0; i < 40; i++) {
            var expected = i % 4 == 3 ? "" : tenants.get(i % 2).id();
            assertThat(line(id + "-" + i).path("tenant").asText())
                    .as("request " + i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void stayOneLineWhateverIsInThePath() {
        Http.get("/messages/%0a%7b%22level%22:%22ERROR%22%7d%0d%1b")
                .header("X-Request-Id", id)
                .send();

        var lines = lines(id);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("level").asText()).isEqualTo("INFO");
    }

    @Test
    void tellOfAFaultWithItsStack() {
        ProbeServer.post("/probe/fault").header("X-Request-Id", id).send();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> !lines(ProbeServer.log().lines(), id).isEmpty());
        var line = lines(ProbeServer.log().lines(), id).get(0);
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("event").asText()).isEqualTo("request_failed");
        assertThat(line.path("incident").asText()).isNotEmpty();
        assertThat(line.path("stack").asText()).contains("wanted by a test", "io.parlance.rest.ProbeResource.fault");
    }

    @Test
    void tellWhatAnAdministratorChanged() {
        var tenant = Admin.tenant();

        Http.post("/admin/api/v1/tenants/" + tenant.id() + "/applications")
                .bearer(TestServer.adminToken())
                .header("X-Request-Id", id)
                .json("{\"name\":\"A\"}")
                .send();

        var line = line(id);
        assertThat(line.path("event").asText()).isEqualTo("admin_change");
        assertThat(line.path("dialect").asText()).isEqualTo("admin");
        assertThat(line.path("tenant").asText()).isEqualTo(tenant.id());
        assertThat(line.path("status").asText()).isEqualTo("201");
        assertThat(line.path("caller").asText()).startsWith("admin:");
    }

    @Test
    void nameNoTenantThatAStrangerAddressed() {
        Http.get("/admin/api/v1/tenants/" + Admin.tenant().id() + "/threads")
                .header("X-Request-Id", id)
                .send();

        assertThat(line(id).has("tenant")).isFalse();
    }

    private static String token(Admin.Tenant tenant) {
        return tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
    }

    private static Http message(String token, String id) {
        return Http.post("/messages/").bearer(token).header("X-Request-Id", id);
    }

    /** The only line of a request, which may be written a moment after the answer. */
    private static JsonNode line(String requestId) {
        await().atMost(Duration.ofSeconds(5)).until(() -> !lines(requestId).isEmpty());
        assertThat(lines(requestId)).hasSize(1);
        return lines(requestId).get(0);
    }

    private static List<JsonNode> lines(String requestId) {
        try (var lines = Files.lines(TestServer.server().logFile(), StandardCharsets.ISO_8859_1)) {
            return lines(lines, requestId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> lines(Stream<String> log, String requestId) {
        return log.filter(line -> line.contains("\"requestId\":\"" + requestId + "\""))
                .map(RequestLogIT::read)
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a line of JSON: " + line, e);
        }
    }
}

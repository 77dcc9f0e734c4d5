package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Requests to {@code POST /oauth2/token}, and what all answers have. */
final class TokenRequests {
    static final String FORM = "application/x-www-form-urlencoded";

    private TokenRequests() {}

    static JsonNode client(TravtusTenant travtus, String moreMembers) {
        return travtus.tenant.credential(travtus.application, "{\"kind\":\"oauth-client\"" + moreMembers + "}");
    }

    static String form(JsonNode ofClient) {
        return "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(ofClient.path("clientId").asText(), secret(ofClient));
    }

    static String secret(JsonNode ofClient) {
        return ofClient.path("clientSecret").asText();
    }

    static Http request(String form) {
        return Http.post("/oauth2/token").header("Content-Type", FORM).body(form);
    }

    static Answer ask(String form) {
        return request(form).send();
    }

    static Answer basic(String id, String secret, String form) {
        return request(form)
                .header("Authorization", "Basic " + base64(id + ":" + secret))
                .send();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String token(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("access_token").asText();
    }

    static void assertRefused(Answer answer, String error) {
        assertThatJson(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
        assertNotStored(answer);
    }

    static void assertNotStored(Answer answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
    }
}

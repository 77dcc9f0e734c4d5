package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a conversation, and what the others are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HighqCallersIT {
    private HighqTenant tenant;

    @BeforeAll
    void provision() {
        tenant = HighqTenant.create();
    }

    @Test
    void answers401WithoutAToken() {
        assertUnauthorized(Http.post(HighqTenant.PATH).xml(body()).send());
        var json = Http.post(HighqTenant.PATH)
                .xml(body())
                .header("Accept", HighqTenant.JSON)
                .send();
        assertUnauthorized(json);
        assertThat(json.mediaType()).isEqualTo(HighqTenant.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer nonsense", "Bearer a.b.c", "Basic YTpi", "plu_x", "Bearer plu_0 x"})
    void answers401ToGarbledTokens(String authorization) {
        assertUnauthorized(Http.post(HighqTenant.PATH)
                .header("Authorization", authorization)
                .xml(body())
                .send());
    }

    @Test
    void answers401ToTokensOfApplications() {
        var application = tenant.admin().application("{}");
        var token = tenant.admin()
                .credential(application, "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        assertUnauthorized(send(token));
    }

    @Test
    void answers401ToARevokedToken() {
        var issued = token("{\"kind\":\"bearer\"}");
        assertThat(send(issued.token()).status()).isEqualTo(201);
        Admin.call("DELETE", tenant.admin().path("/credentials/" + issued.id()), "");
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertUnauthorized(send(issued.token())));
    }

    @Test
    void answers403ToAnExpiredToken() {
        var token = token("{\"kind\":\"bearer\",\"ttlSeconds\":1}").token();
        Awaitility.await()
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertError(send(token), 403, 130, "Access denied"));
        var json = Http.post(HighqTenant.PATH)
                .bearer(token)
                .header("Accept", HighqTenant.JSON)
                .send();
        assertError(json, 403, 130, "Access denied");
        assertThat(json.mediaType()).isEqualTo(HighqTenant.JSON);
    }

    private record Issued(String id, String token) {}

    private Issued token(String request) {
        var answer =
                Admin.create(tenant.admin().path("/users/" + tenant.sender().id() + "/tokens"), request);
        return new Issued(answer.path("id").asText(), answer.path("token").asText());
    }

    private Answer send(String token) {
        return Http.post(HighqTenant.PATH).bearer(token).xml(body()).send();
    }

    private String body() {
        return tenant.xmlTo(tenant.first(), "who calls");
    }

    private static void assertUnauthorized(Answer answer) {
        assertError(answer, 401, 110, "Unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}

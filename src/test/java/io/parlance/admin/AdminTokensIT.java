package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertCreated;
import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /admin-tokens} by HTTP against the real server. */
class AdminTokensIT {
    @Test
    void showsTheSecretOnceAndTheTokenWorks() {
        var answer = AdminApi.post("/admin-tokens", "{\"name\":\"deployment\"}");
        var created = assertCreated(answer);

        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "name": "deployment", "ttlSeconds": null, "expiresAt": null, "createdAt": "%s",
                         "token": "${json-unit.regex}pla_[0-9a-z]{45}"}"""
                                .formatted(AdminApi.ANY_ID, AdminApi.ANY_TIME));
        assertThat(tenantsBy(created.path("token").asText()).status()).isEqualTo(200);
        assertThat(AdminApi.get("/admin-tokens").body())
                .contains(AdminApi.id(created))
                .doesNotContain(created.path("token").asText());
    }

    @Test
    void refusesARevokedTokenAtOnce() {
        var created = AdminApi.post("/admin-tokens", "{\"name\":\"short\"}").json();
        var token = created.path("token").asText();
        assertThat(tenantsBy(token).status()).isEqualTo(200);

        assertThat(AdminApi.delete("/admin-tokens/" + AdminApi.id(created)).status())
                .isEqualTo(204);

        assertProblem(tenantsBy(token), 401);
        assertProblem(AdminApi.delete("/admin-tokens/" + AdminApi.id(created)), 404);
        assertProblem(AdminApi.delete("/admin-tokens/x"), 404);
    }

    @Test
    void refusesATokenAfterItsTime() {
        var created = AdminApi.post("/admin-tokens", "{\"name\":\"brief\",\"ttlSeconds\":1}")
                .json();

        assertThat(created.path("ttlSeconds").asLong()).isEqualTo(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertProblem(tenantsBy(created.path("token").asText()), 401));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\":\"\"} | name",
                "{\"name\":\"a\",\"ttlSeconds\":0} | ttlSeconds",
                "{\"name\":\"a\",\"ttlSeconds\":315360001} | ttlSeconds",
                "{\"name\":\"a\",\"ttlSeconds\":\"60\"} | ttlSeconds",
                "{\"name\":\"a\",\"ttlSeconds\":1.5} | ttlSeconds",
                "{\"name\":\"a\",\"token\":\"mine\"} | token"
            })
    void refusesWrongMembers(String body, String field) {
        assertInvalid(AdminApi.post("/admin-tokens", body), field);
    }

    private static Answer tenantsBy(String token) {
        return Http.get(AdminApi.BASE + "/tenants?limit=1").bearer(token).send();
    }
}

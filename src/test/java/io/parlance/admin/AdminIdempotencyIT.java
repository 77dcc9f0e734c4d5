package io.parlance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.IdempotentOperation;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdminIdempotencyIT implements IdempotentOperation {
    private static final String API = "/admin/api/v1";

    private final Admin.Tenant tenant = Admin.tenant();
    private final String thread =
            tenant.thread("{\"dialect\":\"mews\"}").path("id").asText();

    @Override
    public Admin.Tenant tenant() {
        return tenant;
    }

    @Override
    public Http operation(String text) {
        return reply(TestServer.adminToken(), text);
    }

    @Override
    public Http operationOfAnother(String text) {
        return reply(
                Admin.create("/admin-tokens", "{\"name\":\"other\"}")
                        .path("token")
                        .asText(),
                text);
    }

    @Override
    public Http refused() {
        return post("/threads/" + thread + "/messages", TestServer.adminToken(), "{}");
    }

    @Override
    public void assertReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    @Override
    public void assertMalformed(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    @Test
    void showsASecretAgainToWhoeverRepeatsTheRequest() throws SQLException {
        var key = UUID.randomUUID().toString();
        var credentials = "/applications/" + tenant.application("{}") + "/credentials";

        var first = issue(credentials, key);
        var again = issue(credentials, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(Admin.get(tenant.path("/credentials")).json().path("items")).hasSize(1);
        assertThat(kept(key)).doesNotContain(first.json().path("token").asText());
    }

    @Test
    void refusesAnotherResourceUnderTheSameKey() {
        var key = UUID.randomUUID().toString();
        post("/groups", TestServer.adminToken(), "{\"name\":\"A\"}")
                .header(KEY, key)
                .send();

        assertReused(post("/groups", TestServer.adminToken(), "{\"name\":\"B\"}")
                .header(KEY, key)
                .send());
        assertThat(Admin.get(tenant.path("/groups")).json().path("items")).hasSize(1);
    }

    @Test
    void makesAResourceAfterARefusalUnderTheSameKey() {
        var key = UUID.randomUUID().toString();
        var refused =
                post("/groups", TestServer.adminToken(), "{}").header(KEY, key).send();
        var made = post("/groups", TestServer.adminToken(), "{\"name\":\"A\"}")
                .header(KEY, key)
                .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(made.status()).isEqualTo(201);
    }

    private Answer issue(String credentials, String key) {
        return post(credentials, TestServer.adminToken(), "{\"kind\":\"bearer\"}")
                .header(KEY, key)
                .send();
    }

    private Http reply(String token, String text) {
        return post("/threads/" + thread + "/messages", token, "{\"text\":\"" + text + "\"}");
    }

    private Http post(String below, String token, String json) {
        return Http.post(API + tenant.path(below)).bearer(token).json(json);
    }

    private static String kept(String key) throws SQLException {
        try (var connection = TestServer.connect();
                var statement = connection.prepareStatement(
                        "select encode(answer, 'escape') from idempotency_key where key = ?")) {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }
}

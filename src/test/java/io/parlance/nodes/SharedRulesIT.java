package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is changed on one node counts on the other within five seconds. */
class SharedRulesIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Cluster cluster = Cluster.get();
    private final Admin.Tenant tenant = cluster.admin(0).tenant();
    private final String application = tenant.application("{}");

    @Test
    void revokesACredential() {
        var group = tenant.group("G", "").path("id").asText();
        var credential = tenant.credential(application, "{\"kind\":\"bearer\"}");
        var token = credential.path("token").asText();
        assertThat(review(1, token, group).status()).isEqualTo(200);

        call("DELETE", "/credentials/" + credential.path("id").asText(), "");

        assertThat(review(0, token, group).status()).isEqualTo(401);
        awaitStatus(401, () -> review(1, token, group));
    }

    @Test
    void revokesTheTokenOfAPerson() {
        var ada = tenant.user("ada@example.org", "[]").path("id").asText();
        var issued = tenant.admin().create(tenant.path("/users/" + ada + "/tokens"), "{\"kind\":\"jwt\"}");
        var token = issued.path("token").asText();
        assertThat(requests(1).bearer(token).send().status()).isEqualTo(200);

        call("DELETE", "/credentials/" + issued.path("id").asText(), "");

        awaitStatus(401, () -> requests(1).bearer(token).send());
    }

    @Test
    void changesASettingOfAnApplication() {
        var group = tenant.group("G", "").path("id").asText();
        var token = token("bearer");
        assertThat(review(1, token, group).status()).isEqualTo(200);

        call("PATCH", "/applications/" + application, "{\"settings\":{\"travtus.strict-v2\":true}}");

        awaitStatus(400, () -> review(1, token, group));
    }

    @Test
    void changesARateLimit() {
        var group = tenant.group("G", "").path("id").asText();
        var token = token("bearer");
        assertThat(review(1, token, group).status()).isEqualTo(200);

        call("PATCH", "/applications/" + application, "{\"settings\":{\"rateLimit\":1}}");

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> review(1, token, group).status() == 429);
    }

    @Test
    void changesTheSendersFormat() {
        var mews = new MewsPair(tenant, application);
        assertThat(mews.add(cluster.base(0)).status()).isEqualTo(200);
        assertThat(mews.messages(cluster.base(1))
                        .json()
                        .at("/Messages/0/Sender")
                        .isTextual())
                .isTrue();

        call("PATCH", "/applications/" + application, "{\"settings\":{\"mews.senderFormat\":\"object\"}}");

        await().atMost(SOON).until(() -> mews.messages(cluster.base(1))
                .json()
                .at("/Messages/0/Sender")
                .isObject());
    }

    @Test
    void suspendsATenant() {
        var group = tenant.group("G", "").path("id").asText();
        var token = token("bearer");
        assertThat(review(1, token, group).status()).isEqualTo(200);

        call("PATCH", "", "{\"status\":\"suspended\"}");

        await().atMost(SOON).until(() -> review(1, token, group).status() != 200);
    }

    @Test
    void changesAPolicy() {
        var key = token("api-key");
        assertThat(ask(1, key).status()).isEqualTo(201);
        var policy = jitsudo("POST", 0, "/v1/policies", key)
                .json("{\"name\":\"None\",\"max_duration_seconds\":60,\"cedar_policy_set\":"
                        + "\"forbid(principal, action == Action::\\\"request_access\\\", resource);\"}")
                .send();
        assertThat(policy.status()).as(policy.body()).isEqualTo(201);

        awaitStatus(403, () -> ask(1, key));
    }

    @Test
    void knowsAGroupThatWasUnknownBefore() {
        var token = token("bearer");
        var alias = "g-" + UUID.randomUUID();
        assertThat(review(1, token, alias).status()).isEqualTo(404);

        var group = tenant.group("G", ",\"alias\":\"" + alias + "\"").path("id").asText();
        awaitStatus(200, () -> review(1, token, alias));

        call("DELETE", "/groups/" + group, "");
        awaitStatus(404, () -> review(1, token, alias));
    }

    private String token(String kind) {
        return tenant.credential(application, "{\"kind\":\"%s\"}".formatted(kind))
                .path("token")
                .asText();
    }

    private void call(String method, String path, String json) {
        var answer = tenant.admin().call(method, tenant.path(path), json);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private Answer ask(int node, String key) {
        return jitsudo("POST", node, "/v1/requests", key)
                .json("{\"resource\":{\"type\":\"aws_account\",\"id\":\"1\"},\"action\":\"assume\"}")
                .send();
    }

    private Http jitsudo(String method, int node, String path, String key) {
        return Http.request(method, path)
                .to(cluster.base(node))
                .header("X-Tenant-ID", tenant.id())
                .header("X-API-Key", key);
    }

    private Http requests(int node) {
        return Http.get("/v1/requests").to(cluster.base(node)).header("X-Tenant-ID", tenant.id());
    }

    private Answer review(int node, String token, String group) {
        return Http.post("/messages/")
                .to(cluster.base(node))
                .bearer(token)
                .json("{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"%s\"}}"
                        .formatted(group, UUID.randomUUID()))
                .send();
    }

    private static void awaitStatus(int status, Supplier<Answer> request) {
        await().atMost(SOON).until(() -> request.get().status() == status);
    }
}

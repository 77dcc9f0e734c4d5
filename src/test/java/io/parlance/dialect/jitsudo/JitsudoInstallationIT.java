package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an installation-wide key opens, and what is open to all. */
class JitsudoInstallationIT {
    private static final String KEYS = "/v1/api-keys";
    private static final String TENANTS = "/v1/tenants";

    private final String slug = "t-" + UUID.randomUUID();

    @Test
    void setsUpATenantFromNothing() {
        var tenant = create(
                        TENANTS,
                        "{\"name\":\"Example\",\"slug\":\"%s\",\"owner_email\":\"ada@example.org\"}".formatted(slug))
                .json();
        var id = tenant.path("id").asText();
        var key = key(id, "{\"name\":\"Terraform\"}").json().path("key").asText();

        var asked = Http.post("/v1/requests")
                .header("X-Tenant-ID", id)
                .header("X-API-Key", key)
                .json(JitsudoTenant.wish(""))
                .send();
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThatJson(Admin.get("/tenants/" + id + "/users").body())
                .inPath("items[0]")
                .isObject()
                .containsEntry("id", tenant.path("owner").asText())
                .containsEntry("email", "ada@example.org");
        assertThat(actions(id, key)).containsExactly("request.created", "api_key.created", "tenant.created");
    }

    @Test
    void takesTheTenantOfTheGuide() {
        var name = "Example Corp. " + slug;
        var answer = create(TENANTS, "{\"name\":\"%s\",\"aws_role_arn\":\"arn:aws:iam::1:role/x\"}".formatted(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("slug").asText()).isEqualTo("example-corp-" + slug);
        assertThat(answer.json().has("owner")).isFalse();
    }

    @Test
    void refusesASlugThatIsTaken() {
        create(TENANTS, "{\"name\":\"One\",\"slug\":\"%s\"}".formatted(slug));
        var second = create(TENANTS, "{\"name\":\"Two\",\"slug\":\"%s\"}".formatted(slug));
        assertThat(second.status()).isEqualTo(400);
        assertThatJson(second.body()).inPath("details.field").isEqualTo("slug");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\",\"slug\":\"No\"}",
                "{\"name\":\"☂\"}",
                "{\"name\":\"x\",\"owner_email\":\"nobody\"}",
                "[]"
            })
    void refusesATenantThatIsNone(String body) {
        var answer = create(TENANTS, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).inPath("code").isEqualTo("invalid_input");
    }

    @Test
    void listsTenantsByPages() {
        create(TENANTS, "{\"name\":\"Listed\",\"slug\":\"%s\"}".formatted(slug));
        var found = false;
        JsonNode page;
        var cursor = "";
        do {
            page = Http.get(TENANTS + "?limit=100" + cursor)
                    .header("X-API-Key", TestServer.adminToken())
                    .send()
                    .json();
            found |= page.path("data").findValuesAsText("slug").contains(slug);
            cursor = "&cursor=" + page.path("next_cursor").asText();
        } while (page.path("has_more").asBoolean());
        assertThat(found).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "approver", "system", "ai"})
    void makesKeysOfEachKind(String kind) {
        var jitsudo = JitsudoTenant.provision();
        var key = key(jitsudo.id(), "{\"name\":\"bot\",\"kind\":\"%s\"}".formatted(kind))
                .json();
        var message = jitsudo.post()
                .header("X-API-Key", key.path("key").asText())
                .json("{\"content\":\"x\"}")
                .send();
        assertThatJson(message.body()).inPath("author_type").isEqualTo(kind);
        assertThatJson(message.body())
                .inPath("author_id")
                .isEqualTo(kind.equals("ai") ? "bot" : key.path("id").asText());
    }

    @Test
    void makesAKeyOnceForEachIdempotencyKey() {
        var jitsudo = JitsudoTenant.provision();
        var once = UUID.randomUUID().toString();
        var first = keyed(jitsudo.id(), once, "{\"name\":\"one\"}");
        assertThat(keyed(jitsudo.id(), once, "{\"name\":\"one\"}").body()).isEqualTo(first.body());
        assertThat(keyed(jitsudo.id(), once, "{\"name\":\"two\"}").status()).isEqualTo(400);
        assertThat(jitsudo.audit("?action=api_key.created")).hasSize(1);
    }

    @Test
    void neverAnswersWithTheKeyOfAnotherTenant() {
        var once = UUID.randomUUID().toString();
        keyed(JitsudoTenant.provision().id(), once, "{\"name\":\"one\"}");
        var second = keyed(JitsudoTenant.provision().id(), once, "{\"name\":\"one\"}");
        assertThat(second.status()).as(second.body()).isEqualTo(400);
        assertThatJson(second.body()).inPath("message").isEqualTo("The Idempotency-Key was used with another request.");
    }

    @Test
    void makesATenantOnceForEachIdempotencyKey() {
        var once = UUID.randomUUID().toString();
        var first = makeTenant(once, slug);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(makeTenant(once, slug).body()).isEqualTo(first.body());
        assertThat(makeTenant(once, slug + "-2").status()).isEqualTo(400);
    }

    @Test
    void asksWhoseKeyItShallBe() {
        assertThat(create(KEYS, "{\"name\":\"x\"}").status()).isEqualTo(400);
        assertThat(key("nonsense", "{\"name\":\"x\"}").status()).isEqualTo(400);
        assertThat(key(UUID.randomUUID().toString(), "{\"name\":\"x\"}").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("smoke")
    void opensNothingOfThatToTenants() {
        var jitsudo = JitsudoTenant.provision();
        for (var path : new String[] {"/tenants", "/api-keys"}) {
            var answer = jitsudo.withKey("POST", path).json("{\"name\":\"x\"}").send();
            assertThat(answer.status()).isEqualTo(403);
            assertThatJson(answer.body()).inPath("code").isEqualTo("forbidden");
        }
        assertThat(jitsudo.withKey("GET", "/tenants").send().status()).isEqualTo(403);
        assertThat(Http.get(TENANTS).send().status()).isEqualTo(401);
    }

    @Test
    @Tag("smoke")
    void opensNothingOfATenant() {
        var jitsudo = JitsudoTenant.provision();
        for (var tenant : new String[] {jitsudo.id(), "00000000-0000-0000-0000-000000000000"}) {
            var answer = Http.get("/v1/requests")
                    .header("X-API-Key", TestServer.adminToken())
                    .header("X-Tenant-ID", tenant)
                    .send();
            assertThat(answer.status()).isEqualTo(403);
            assertThatJson(answer.body()).inPath("code").isEqualTo("tenant_mismatch");
        }
    }

    @Test
    void tellsItsHealthToEverybody() {
        for (var key : new String[] {"", "nonsense"}) {
            var answer = Http.get("/healthz").header("X-API-Key", key).send();
            assertThat(answer.status()).isEqualTo(200);
            assertThatJson(answer.body()).isEqualTo("{\"status\":\"ok\",\"database\":\"up\"}");
        }
        assertThat(Http.post("/healthz").send().status()).isEqualTo(405);
        assertThat(Http.get("/healthz/more").send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/grants",
                "/grants/1",
                "/aws/permission-sets",
                "/aws/organizational-units",
                "/notification-channels/slack-webhook",
                "/oidc-config",
                "/access/ensure",
                "/access/requests/1"
            })
    void answersWhatIsNotServedInTheShapeOfTheApi(String path) {
        for (var method : new String[] {"GET", "POST", "PUT"}) {
            var answer = Http.request(method, "/v1" + path).json("{}").send();
            assertThat(answer.status()).isEqualTo(404);
            assertThatJson(answer.body()).isEqualTo("{\"code\":\"not_found\",\"message\":\"not found\"}");
        }
    }

    private static Answer create(String path, String body) {
        return Http.post(path)
                .header("X-API-Key", TestServer.adminToken())
                .undocumented()
                .json(body)
                .send();
    }

    private static Answer key(String tenantId, String body) {
        return Http.post(KEYS)
                .header("X-API-Key", TestServer.adminToken())
                .header("X-Tenant-ID", tenantId)
                .json(body)
                .send();
    }

    private static Answer keyed(String tenantId, String once, String body) {
        return Http.post(KEYS)
                .header("X-API-Key", TestServer.adminToken())
                .header("X-Tenant-ID", tenantId)
                .header("Idempotency-Key", once)
                .json(body)
                .send();
    }

    private static Answer makeTenant(String once, String slug) {
        return Http.post(TENANTS)
                .header("X-API-Key", TestServer.adminToken())
                .header("Idempotency-Key", once)
                .json("{\"name\":\"one\",\"slug\":\"%s\"}".formatted(slug))
                .send();
    }

    private static List<String> actions(String tenantId, String key) {
        var actions = new ArrayList<String>();
        Http.get("/v1/audit-log")
                .header("X-API-Key", key)
                .header("X-Tenant-ID", tenantId)
                .send()
                .json()
                .path("data")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        return actions;
    }
}

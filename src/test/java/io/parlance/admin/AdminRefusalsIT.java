package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every call of the admin API refuses in the same way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class AdminRefusalsIT {
    private Admin.Tenant tenant;

    @BeforeAll
    void provision() {
        tenant = Admin.tenant();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants",
                "/tenants/x",
                "/admin-tokens",
                "/tenants/x/groups",
                "/tenants/x/users",
                "/tenants/x/applications",
                "/tenants/x/credentials",
                "/tenants/x/threads",
                "/tenants/x/messages"
            })
    void asksForATokenBeforeAnythingElse(String path) {
        var answer = Http.get(AdminApi.BASE + path).send();

        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": "no valid credential"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "pla_0000000000000000000000000000000000000000000000", "admin-token-of-nobody-000"})
    void refusesATokenNobodyIssued(String token) {
        var answer = Http.get(AdminApi.BASE + "/tenants").bearer(token).send();

        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void refusesATokenOfATenant() {
        var application = tenant.application("{}");
        var token = tenant.credential(application, "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();

        assertProblem(Http.get(AdminApi.BASE + "/tenants").bearer(token).send(), 401);
    }

    @Test
    void neverMixesUpCallersWhateverThreadAnswers() {
        IntStream.range(0, 40).parallel().forEach(i -> {
            assertThat(rename(TestServer.adminToken()).status()).isEqualTo(200);
            assertThat(rename("nobody's token").status()).isEqualTo(401);
        });
    }

    private Answer rename(String token) {
        return Http.request("PATCH", AdminApi.BASE + "/tenants/" + tenant.id())
                .bearer(token)
                .json("{\"name\":\"Test\"}")
                .send();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /tenants, 'GET, POST'",
        "PATCH, /tenants, 'GET, POST'",
        "OPTIONS, /tenants, 'GET, POST'",
        "POST, /tenants/x, 'DELETE, GET, PATCH'",
        "GET, /admin-tokens/x, DELETE",
        "DELETE, /tenants/x/groups, 'GET, POST'",
        "POST, /tenants/x/credentials, GET",
        "GET, /tenants/x/users/y/tokens, POST",
        "GET, /tenants/x/applications/y/credentials, POST",
        "GET, /tenants/x/threads/y/messages, POST",
        "POST, /tenants/x/messages, GET"
    })
    void namesTheMethodsThatThereAre(String method, String path, String allowed) {
        var answer = Http.request(method, AdminApi.BASE + path)
                .bearer(TestServer.adminToken())
                .send();

        assertProblem(answer, 405);
        assertThat(answer.header("Allow").replaceAll("(^|, )HEAD", "")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nowhere", "/tenants/x/nowhere", "/tenants/x/groups/y/z", "/admin-tokens/x/y"})
    void knowsNothingAtOtherPaths(String path) {
        assertProblem(AdminApi.get(path), 404);
    }

    @Test
    void takesJsonOnly() {
        var call = Http.post(AdminApi.BASE + "/tenants").bearer(TestServer.adminToken());

        assertProblem(call.header("Content-Type", "text/plain").body("{}").send(), 415);
    }

    @Test
    void answersJsonOnly() {
        assertProblem(
                Http.get(AdminApi.BASE + "/tenants")
                        .bearer(TestServer.adminToken())
                        .header("Accept", "text/html")
                        .send(),
                406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"x\"",
                "null",
                "{\"slug\":\"a\",\"slug\":\"b\"}",
                "{\"name\":\"\\u0000\"}",
                "{}{}"
            })
    void refusesWhatIsNoJsonObject(String body) {
        assertProblem(AdminApi.post("/tenants", body), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, ",
        "limit=251, ",
        "limit=x, limit",
        "limit=99999999999, limit",
        "limit=1&limit=2, limit",
        "cursor=x, ",
        "offset=1, offset"
    })
    void refusesParametersThatAreNotDocumented(String query, String field) {
        var answer = AdminApi.get("/tenants?" + query);

        assertProblem(answer, 400);
        if (field != null) {
            assertInvalid(answer, field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "users", "applications", "credentials", "threads", "messages"})
    void findsNothingOfAnUnknownTenant(String collection) {
        for (var unknown : new String[] {AdminApi.NO_ID, "no-such-slug", "No%20Slug!"}) {
            assertProblem(AdminApi.get("/tenants/" + unknown + "/" + collection), 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "users", "applications", "credentials", "threads", "messages"})
    void findsNothingByAnIdThatIsNone(String collection) {
        assertProblem(AdminApi.get(tenant.path("/" + collection + "/x")), 404);
        assertProblem(AdminApi.get(tenant.path("/" + collection + "/" + AdminApi.NO_ID)), 404);
    }
}

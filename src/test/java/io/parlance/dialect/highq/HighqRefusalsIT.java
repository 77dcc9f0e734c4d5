package io.parlance.dialect.highq;

import static io.parlance.dialect.highq.HighqTenant.assertError;
import static io.parlance.dialect.highq.HighqTenant.message;
import static io.parlance.dialect.highq.HighqTenant.user;
import static io.parlance.dialect.highq.HighqTenant.xmlBody;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of requests whose caller is known, in both forms, and that nothing of them is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class HighqRefusalsIT {
    private static final String PARAMETERS = "Problem with parameters";
    private static final String VALIDATION = "Validation failed";
    private static final String UNKNOWN = "999999999999";

    private HighqTenant tenant;

    @BeforeAll
    void provision() {
        tenant = HighqTenant.create();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{'recipients': {}}",
                "{'recipients': {'users': {'user': []}}, 'messages': {'message': [{'html': 'a'}]}}",
                "{'recipients': {'users': {'user': [{}]}}, 'messages': {'message': [{'html': 'a'}]}}",
                "{'recipients': {'users': {'user': [{'userid': 'x'}]}}, 'messages': {'message': [{'html': 'a'}]}}",
                "{'recipients': {'users': {'user': [{'userid': 7.5}]}}, 'messages': {'message': [{'html': 'a'}]}}",
                "{'recipients': {'users': {'user': [{'userid': FIRST}]}}}",
                "{'recipients': {'users': {'user': [{'userid': FIRST}]}}, 'messages': {'message': []}}",
                "{'recipients': {'users': {'user': [{'userid': FIRST}]}}, 'messages': {'message': [{'html': ''}]}}",
                "{'recipients': {'users': {'user': [{'userid': FIRST}]}}, 'messages': {'message': [{'html': '\\u0000'}]}}",
                "{'recipients': {'users': {'user': [{'userid': FIRST}]}}, 'messages': {'message': [{'html': 'a',"
                        + " 'attachments': {'attachment': [{'id': 'x'}]}}]}}",
                "{'recipients': {'users': {'user': [{'userid': SENDER}]}}, 'messages': {'message': [{'html': 'a'}]}}",
                "{'recipients': {}, 'recipients': {}}"
            })
    void answers400ToProblemsOfJsonInBothForms(String body) {
        var json = filled(body).replace('\'', '"');
        assertError(tenant.post().json(json).header("Accept", HighqTenant.JSON).send(), 400, 100, PARAMETERS);
        assertError(tenant.post().json(json).send(), 400, 100, PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<conversation>",
                "<conversation/>",
                "<wrong><recipients><users><user><userid>FIRST</userid></user></users></recipients>"
                        + "<messages><message><html>a</html></message></messages></wrong>",
                "<conversation><recipients><users><user><userid>x</userid></user></users></recipients>"
                        + "<messages><message><html>a</html></message></messages></conversation>",
                "<conversation><recipients><users><user><userid>FIRST</userid></user></users></recipients>"
                        + "<messages><message><html> </html></message></messages></conversation>",
                "<conversation><recipients><users><user><userid>FIRST</userid></user></users></recipients></conversation>",
                "<!DOCTYPE conversation [<!ENTITY a 'b'>]><conversation><recipients><users><user><userid>FIRST</userid>"
                        + "</user></users></recipients><messages><message><html>&a;</html></message></messages>"
                        + "</conversation>"
            })
    void answers400ToProblemsOfXmlInBothForms(String body) {
        var xml = filled(body);
        assertError(tenant.post().xml(xml).header("Accept", HighqTenant.JSON).send(), 400, 100, PARAMETERS);
        assertError(tenant.post().xml(xml).header("Accept", "text/xml").send(), 400, 100, PARAMETERS);
    }

    @Test
    void answers403ToUnknownRecipientsAndStoresNothing() {
        assertStoresNothing(
                user(tenant.first().number()) + "<user><userid>" + UNKNOWN + "</userid></user>", message("a"));
    }

    @Test
    void answers403ToPeopleOfOtherTenantsAsToUnknownOnes() {
        var stranger = HighqTenant.person(Admin.tenant(), "stranger");
        assertStoresNothing(user(tenant.first().number()) + user(stranger.number()), message("a"));
    }

    @Test
    void answers403ToDeletedRecipients() {
        var leaver = HighqTenant.person(tenant.admin(), "leaver");
        assertThat(Admin.call("DELETE", tenant.admin().path("/users/" + leaver.id()), "")
                        .status())
                .isEqualTo(204);
        assertStoresNothing(user(leaver.number()), message("a"));
    }

    @Test
    void answers403ToUnknownAttachments() {
        assertStoresNothing(
                user(tenant.first().number()),
                message("a") + "<message><html>b</html><attachments><attachment><id>" + UNKNOWN
                        + "</id></attachment></attachments></message>");
    }

    @Test
    void looksAtTheWholeRequestBeforeItLooksAnythingUp() {
        assertError(tenant.xml(user(Long.parseLong(UNKNOWN)), "<message><html/></message>"), 400, 100, PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/3/conversations/",
                "/api/0/conversations",
                "/api/4",
                "/api/4/",
                "/api/4/nothing",
                "/api/04/x"
            })
    void answers404ToUnknownPathsInBothForms(String path) {
        assertError(tenant.post(path).xml("<conversation/>").send(), 404, 140, "Not found");
        assertError(tenant.post(path).header("Accept", HighqTenant.JSON).send(), 404, 140, "Not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "NONSENSE"})
    void answers405ToOtherMethods(String method) {
        var answer =
                Http.request(method, HighqTenant.PATH).bearer(tenant.token()).send();
        assertError(answer, 405, 141, "Method not allowed");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/pdf", "application/json;q=0", "nonsense"})
    void answers406InXmlToForeignFormsOnly(String accept) {
        var body = tenant.xmlTo(tenant.first(), "unacceptable");
        var answer = tenant.post().xml(body).header("Accept", accept).send();
        assertError(answer, 406, 142, "Not acceptable");
        assertThat(answer.mediaType()).isEqualTo("application/xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"
            })
    void answers415ToForeignBodies(String type) {
        var body = tenant.xmlTo(tenant.first(), "unsupported");
        var answer = tenant.post().header("Content-Type", type).body(body).send();
        assertError(answer, 415, 145, "Unsupported media type");
    }

    @ParameterizedTest
    @CsvSource({"application/xml", "application/json"})
    void answers413ToOversizedBodies(String accept) {
        var answer = tenant.post()
                .xml("x".repeat(4_194_305))
                .header("Accept", accept)
                .send();
        assertError(answer, 413, 144, "Request too large");
        assertThat(answer.mediaType()).isEqualTo(accept);
    }

    @Test
    void tellsAnAdministratorWhatLiesBehindTheErrorsLink() {
        var answer = tenant.post("/api/12/conversations/?secret=1")
                .header("X-Request-Id", "my-request-1")
                .header("Accept", HighqTenant.JSON)
                .json("{")
                .send();

        var link = answer.json().path("link").asText();
        assertThat(link).matches("http://(127.0.0.1|localhost):[0-9]+/api/12/error/[A-Za-z0-9_-]{100,800}");
        var incident = Admin.get("/incidents/" + link.replaceAll(".*/", ""));
        assertThat(incident.status()).as(incident.body()).isEqualTo(200);
        assertThatJson(incident.body())
                .isEqualTo(
                        """
                        {"occurredAt": "${json-unit.any-string}", "reason": "BODY_MALFORMED",
                         "detail": "the body is not well-formed JSON", "method": "POST",
                         "path": "/api/12/conversations/", "requestId": "my-request-1",
                         "tenantId": "%s", "userId": "%s"}"""
                                .formatted(tenant.admin().id(), tenant.sender().id()));
    }

    @Test
    void answersTheSameErrorAtItsLink() {
        var refused = Http.post(HighqTenant.PATH).send();
        var link = refused.body().replaceFirst("(?s).*<link>http://[^/]+(.*)</link>.*", "$1");

        var again = Http.get(link).send();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(Http.get(link)
                        .header("Accept", HighqTenant.JSON)
                        .send()
                        .json()
                        .path("summary")
                        .asText())
                .isEqualTo("Unauthorized");
        assertError(Http.get(link + "x").send(), 404, 140, "Not found");
        assertError(Http.get("/api/4/error/740851").send(), 404, 140, "Not found");
        assertThat(Admin.get("/incidents/740851").status()).isEqualTo(404);
    }

    @Test
    void leavesOtherPathsBelowApiToNobody() {
        for (var path : new String[] {"/api/foo", "/api/", "/api/v4/conversations"}) {
            var answer = tenant.post(path).xml("<conversation/>").send();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        }
    }

    private void assertStoresNothing(String recipients, String messages) {
        int before = tenant.admin().messages().size();
        assertError(tenant.xml(recipients, messages), 403, 132, VALIDATION);
        Answer inXml = tenant.post().xml(xmlBody(recipients, messages)).send();
        assertError(inXml, 403, 132, VALIDATION);
        assertThat(tenant.admin().messages()).hasSize(before);
    }

    private String filled(String body) {
        return body.replace("FIRST", String.valueOf(tenant.first().number()))
                .replace("SENDER", String.valueOf(tenant.sender().number()));
    }
}

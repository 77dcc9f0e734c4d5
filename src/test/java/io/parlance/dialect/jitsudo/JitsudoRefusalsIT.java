package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal below {@code /v1}, in the API's error object and in the documented order of checks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class JitsudoRefusalsIT {
    private static final String WRONG_BODY = "{\"content\": 7";
    private static final String NO_REQUEST = UUID.randomUUID().toString();

    private JitsudoTenant jitsudo;
    private JitsudoTenant other;

    @BeforeAll
    void provision() {
        jitsudo = JitsudoTenant.provision();
        other = JitsudoTenant.provision();
    }

    @Test
    void checksTheCallerFirst() {
        var answer = Http.post("/v1/requests/" + NO_REQUEST + "/messages")
                .json(WRONG_BODY)
                .send();

        assertError(
                answer,
                401,
                """
                {"code": "unauthenticated", "message": "a valid X-API-Key header or bearer token is required"}""");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void thenDemandsTheTenantHeader() {
        assertError(
                withoutTenant().json(WRONG_BODY).send(),
                400,
                """
                {"code": "invalid_input", "message": "the X-Tenant-ID header is required",
                 "details": {"header": "X-Tenant-ID"}}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "4711", "2489e9ad2ee28e008ec932d5f69181c0"})
    void demandsThatTheTenantHeaderIsAUuid(String header) {
        assertError(
                withoutTenant().header("X-Tenant-ID", header).json(WRONG_BODY).send(),
                400,
                """
                {"code": "invalid_input", "message": "the X-Tenant-ID header must be a uuid",
                 "details": {"header": "X-Tenant-ID"}}""");
    }

    @Test
    void thenRefusesAnotherTenantsHeader() {
        for (var header : new String[] {other.id(), UUID.randomUUID().toString()}) {
            assertError(
                    withoutTenant()
                            .header("X-Tenant-ID", header)
                            .json(WRONG_BODY)
                            .send(),
                    403,
                    """
                    {"code": "tenant_mismatch",
                     "message": "the credential belongs to another tenant than the X-Tenant-ID header"}""");
        }
    }

    @Test
    void thenLooksForTheAccessRequest() {
        var ofMews = jitsudo.tenant()
                .thread("{\"dialect\":\"mews\",\"applicationId\":\"%s\"}".formatted(jitsudo.application()))
                .path("id")
                .asText();
        for (var id : new String[] {NO_REQUEST, "4711", "%20", other.accessRequest(), ofMews}) {
            var answer = jitsudo.postTo(id)
                    .header("X-API-Key", jitsudo.key())
                    .json(WRONG_BODY)
                    .send();
            assertError(answer, 404, "{\"code\": \"not_found\", \"message\": \"access request not found\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                     | content  | content is required",
                "{\"content\": null}                    | content  | content must be a string",
                "{\"content\": 7}                       | content  | content must be a string",
                "{\"content\": \" \\n \"}               | content  | content must not be blank",
                "{\"content\": \"x\", \"metadata\": []} | metadata | metadata must be an object",
            })
    void checksTheFieldsLast(String body, String field, String message) {
        assertError(
                jitsudo.say(body),
                400,
                """
                {"code": "invalid_input", "message": "%s", "details": {"field": "%s"}}"""
                        .formatted(message, field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "content=x",
                "[]",
                "null",
                "{\"content\": \"x\"} {}",
                "{\"content\": \"x\", \"content\": \"y\"}",
                "{\"content\": \"\\u0000\"}",
                "{\"content\": \"\\uD83D\"}",
                "{'content': 'x'}",
                "<content/>"
            })
    void refusesWhatIsNoJsonObject(String body) {
        var answer = jitsudo.say(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThatJson(answer.body())
                .isObject()
                .containsEntry("code", "invalid_input")
                .containsOnlyKeys("code", "message");
    }

    @Test
    void refusesAnotherEncoding() {
        var answer = jitsudo.post()
                .header("X-API-Key", jitsudo.key())
                .header("Content-Type", "application/json")
                .body("{\"content\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1))
                .send();

        assertError(answer, 400, "{\"code\": \"invalid_input\", \"message\": \"the body is not UTF-8\"}");
    }

    @Test
    void storesNothingOfWhatItRefuses() {
        var own = JitsudoTenant.provision();
        own.say("{}");
        own.say(WRONG_BODY);
        own.post().json("{\"content\": \"x\"}").send();

        assertThat(own.tenant().messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/", "/v1/grants", "/v1/nothing", "/v1/requests/1/messages/2", "/v1/a%2Fb", "/v1/;x"})
    void answersUnknownPaths(String path) {
        assertError(Http.get(path).send(), 404, "{\"code\": \"not_found\", \"message\": \"not found\"}");
        assertError(Http.post(path).json("{}").send(), 404, "{\"code\": \"not_found\", \"message\": \"not found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"})
    void answersOtherMethods(String method) {
        var answer =
                Http.request(method, "/v1/requests/" + NO_REQUEST + "/messages").send();

        assertError(
                answer,
                405,
                """
                {"code": "method_not_allowed", "message": "the method is not allowed at this path"}""");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void answersOtherMediaTypes(String type) {
        var answer = jitsudo.post()
                .header("X-API-Key", jitsudo.key())
                .header("Content-Type", type)
                .body("x")
                .send();

        assertError(
                answer,
                415,
                """
                {"code": "unsupported_media_type", "message": "the request body must be application/json"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml;q=1", "text/plain;q=x", "no/such/type"})
    void answersWhatNobodyAskedToGet(String accept) {
        var answer = jitsudo.post()
                .header("X-API-Key", jitsudo.key())
                .header("Accept", accept)
                .json("{\"content\": \"x\"}")
                .send();

        assertError(
                answer,
                406,
                """
                {"code": "not_acceptable", "message": "only application/json can be answered"}""");
    }

    @Test
    void answersTooLargeBodies() {
        var answer = jitsudo.say("{\"content\": \"%s\"}".formatted("x".repeat(5 << 20)));

        assertError(
                answer,
                413,
                """
                {"code": "payload_too_large", "message": "the request body is too large"}""");
    }

    @Test
    void answersBodiesThatDoNotArrive() {
        try (var connection = new RawConnection()) {
            assertThat(connection.startPost("/v1/requests/x/messages", 100).answer())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"request_timeout\"");
        }
    }

    private Http withoutTenant() {
        return Http.post("/v1/requests/" + NO_REQUEST + "/messages").header("X-API-Key", jitsudo.key());
    }

    private static void assertError(Answer answer, int status, String body) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body()).isEqualTo(body);
    }
}

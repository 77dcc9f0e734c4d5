package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /messages/} for reviews, by HTTP against the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("smoke")
class TravtusMessagesIT {
    private Admin.Tenant tenant;
    private String application;
    private String token;
    private String groupId;

    @BeforeAll
    void provision() {
        tenant = Admin.tenant();
        application = tenant.application("{}");
        token = tenant.credential(application, "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
    }

    @BeforeEach
    void freshGroup() {
        groupId = tenant.group("G", "").path("id").asText();
    }

    @Test
    void answersTheRequestIdAndStoresTheReview() {
        var answer =
                review("\"review_id\":\"r-1\",\"source\":\"google\",\"title\":\"Very good\",\"comment\":\"Lovely ☂\","
                        + "\"rating\":5,\"created_datetime\":\"2023-01-01T00:00:00\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body())
                .isEqualTo("{\"request_id\":\"${json-unit.regex}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"}");
        assertThatJson(stored("Lovely ☂"))
                .isObject()
                .containsEntry("dialect", "travtus")
                .containsEntry("channel", "review");
    }

    @Test
    void servesThePathWithoutTheSlashToo() {
        assertThat(send("/messages", body("\"review_id\":\"r\"")).status()).isEqualTo(200);
    }

    @Test
    void takesTheGroupByAliasAndByExternalReference() {
        tenant.group("A", ",\"alias\":\"group-id-1\",\"externalRef\":\"ext-1\"");

        assertThat(send("/messages/", envelope("\"group_id\":\"group-id-1\"")).status())
                .isEqualTo(200);
        assertThat(send("/messages/", envelope("\"group_external_ref\":\"ext-1\""))
                        .status())
                .isEqualTo(200);
        assertThat(send("/messages/", envelope("\"group_id\":\"" + groupId.toUpperCase(java.util.Locale.ROOT) + "\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesNeitherTheReferenceAsIdNorTheAliasAsReference() {
        tenant.group("B", ",\"alias\":\"alias-b\",\"externalRef\":\"ext-b\"");

        assertError(send("/messages/", envelope("\"group_id\":\"ext-b\"")), 404, GROUP_NOT_FOUND);
        assertError(send("/messages/", envelope("\"group_external_ref\":\"alias-b\"")), 404, GROUP_NOT_FOUND);
    }

    @Test
    void updatesAReviewKnownBySourceAndId() {
        review("\"review_id\":\"r-up\",\"comment\":\"first\"");
        review("\"review_id\":\"r-up\",\"comment\":\"second\"");
        review("\"review_id\":\"r-up\",\"comment\":\"second\"");

        assertThat(tenant.messages().findValuesAsText("text"))
                .contains("second")
                .doesNotContain("first");
        assertThat(stored("second").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void keepsTheSameReviewIdOfTwoGroupsApart() {
        review("\"review_id\":\"same\",\"comment\":\"of one group\"");
        groupId = tenant.group("Other", "").path("id").asText();
        review("\"review_id\":\"same\",\"comment\":\"of another group\"");

        assertThat(tenant.messages().findValuesAsText("text")).contains("of one group", "of another group");
    }

    @Test
    void asksForAnAuthorizationHeaderWithABearerToken() {
        for (var header : new String[] {"Basic eDp5", "Bearer ", "bearer", "Token x"}) {
            var answer = Http.post("/messages/")
                    .header("Authorization", header)
                    .json("{}")
                    .send();
            assertError(answer, 400, MISSING);
            assertThat(answer.header("WWW-Authenticate")).isEmpty();
        }
        assertError(Http.post("/messages/").json("{}").send(), 400, MISSING);
    }

    @Test
    void tellsAnInvalidTokenFromAMissingOne() {
        var answer = Http.post("/messages/").bearer("nonsense").json("{}").send();

        assertError(answer, 401, INVALID);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void refusesARevokedToken() {
        var credential = tenant.credential(application, "{\"kind\":\"bearer\"}");
        var revoked = credential.path("token").asText();
        assertThat(post(revoked, body("\"review_id\":\"r\"")).status()).isEqualTo(200);

        Admin.call("DELETE", tenant.path("/credentials/" + credential.path("id").asText()), "");

        assertError(post(revoked, body("\"review_id\":\"r\"")), 401, INVALID);
    }

    @Test
    void refusesAnExpiredTokenAsExpired() {
        var shortLived = tenant.credential(application, "{\"kind\":\"bearer\",\"ttlSeconds\":1}")
                .path("token")
                .asText();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertError(post(shortLived, body("\"review_id\":\"r\"")), 401, EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"group_id\":null}",
                "{\"group_id\":\" \",\"group_external_ref\":\"\"}",
                "{\"channel\":\"fax\"}",
                "[]"
            })
    void asksForAGroupBeforeAnythingElse(String body) {
        assertError(send("/messages/", body), 400, NO_GROUP);
    }

    @Test
    void refusesBothGroupIdentifiers() {
        var body = "{\"group_id\":\"%s\",\"group_external_ref\":\"ext\"}".formatted(groupId);

        assertError(send("/messages/", body), 400, BOTH);
    }

    @Test
    void findsNoGroupOfAnotherTenant() {
        var foreign = Admin.tenant().group("F", "").path("id").asText();

        assertError(send("/messages/", envelope("\"group_id\":\"" + foreign + "\"")), 404, GROUP_NOT_FOUND);
    }

    @Test
    void refusesAGroupOutsideTheCredentialsList() {
        var other = tenant.group("Open", "").path("id").asText();
        var limited = tenant.credential(application, "{\"kind\":\"bearer\",\"groups\":[\"" + other + "\"]}")
                .path("token")
                .asText();

        assertError(post(limited, body("\"review_id\":\"r\"")), 401, NO_ACCESS);
    }

    @Test
    void answersWhatTheServerWouldRefuseInItsOwnShape() {
        assertDetail(Http.get("/messages/").bearer(token).send(), 405);
        assertDetail(Http.request("OPTIONS", "/messages/").send(), 405);
        assertDetail(Http.get("/messages/nowhere").bearer(token).send(), 404);
        assertDetail(Http.post("/messages/").bearer(token).xml("<a/>").send(), 415);
        assertDetail(
                Http.post("/messages/")
                        .bearer(token)
                        .header("Accept", "text/html")
                        .json("{}")
                        .send(),
                406);
        assertDetail(
                Http.post("/messages/").bearer(token).json("x".repeat(5 << 20)).send(), 413);
    }

    @Test
    void answersABlankContentTypeInItsOwnShape() {
        try (var connection = new RawConnection()) {
            connection.send(
                    "POST /messages/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: \r\nContent-Length: 2\r\n\r\n{}");

            assertThat(connection.answer()).startsWith("HTTP/1.1 415 ").contains("{\"detail\":");
        }
    }

    private static final String MISSING =
            "missing_authorization|Your request does not include an 'Authorization' header"
                    + " with a bearer token for your account.";
    private static final String EXPIRED =
            "expired_token|The bearer token you have provided in the 'Authorization' header"
                    + " has expired. Please obtain a new one.";
    private static final String INVALID =
            "invalid_authorization|The bearer token you have provided in the 'Authorization' header is invalid.";
    private static final String NO_GROUP =
            "no_group|You must either provide a group id or group external reference in the request body.";
    private static final String BOTH = "both_group_identifiers_provided|You have provided both a group id and group"
            + " external reference for the create/update units operation. Please only provide one of the two.";
    private static final String NO_ACCESS = "no_access_to_group|You do not have access to the group you have provided.";
    private static final String GROUP_NOT_FOUND =
            "group_not_found|We could not find a group with the ID you have provided.";

    private static void assertError(Answer answer, int status, String typeAndMessage) {
        var parts = typeAndMessage.split("\\|");
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"type\":\"" + parts[0] + "\",\"message\":\"" + parts[1] + "\"}}");
        assertThat(answer.status()).isEqualTo(status);
    }

    private static void assertDetail(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThatJson(answer.body()).isObject().containsOnlyKeys("detail");
    }

    private com.fasterxml.jackson.databind.JsonNode stored(String text) {
        for (var message : tenant.messages()) {
            if (message.path("text").asText().equals(text)) {
                return message;
            }
        }
        throw new AssertionError("not stored: " + text);
    }

    private Answer review(String members) {
        return send("/messages/", body(members));
    }

    private String body(String members) {
        return "{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{%s}}".formatted(groupId, members);
    }

    private static String envelope(String group) {
        return "{%s,\"channel\":\"review\",\"review\":{\"review_id\":\"r\"}}".formatted(group);
    }

    private Answer send(String path, String body) {
        return Http.post(path).bearer(token).json(body).send();
    }

    private static Answer post(String token, String body) {
        return Http.post("/messages/").bearer(token).json(body).send();
    }
}

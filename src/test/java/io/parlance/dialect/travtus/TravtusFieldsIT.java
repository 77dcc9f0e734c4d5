package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the fields that are wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TravtusFieldsIT {
    private Admin.Tenant tenant;
    private String token;
    private String groupId;

    @BeforeAll
    void provision() {
        tenant = Admin.tenant();
        token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        groupId = tenant.group("G", "").path("id").asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"channel\":\"fax\" | {\"channel\":[\"\\\"fax\\\" is not a valid choice.\"]}",
                "\"channel\":null | {\"channel\":[\"This field is required.\"]}",
                "\"channel\":\"review\" | {\"review\":[\"This field is required.\"]}",
                "\"channel\":\"review\",\"review\":{} | {\"review\":{\"review_id\":[\"This field is required.\"]}}",
                "\"channel\":\"review\",\"review\":{\"review_id\":\"\"} "
                        + "| {\"review\":{\"review_id\":[\"This field may not be blank.\"]}}",
            })
    void answersWrongFieldsAtTheirPlace(String members, String expected) {
        var answer = send("{\"group_id\":\"%s\",%s}".formatted(groupId, members));

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo(expected);
    }

    @Test
    void answersAllWrongFieldsAtOnceAndStoresNothing() {
        var answer = review("\"comment\":\"never stored\",\"rating\":\"five\",\"source\":\"yelp\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"review": {"review_id": ["This field is required."],
                                    "source": ["\\"yelp\\" is not a valid choice."],
                                    "rating": ["A valid number is required."]}}
                        """);
        assertThat(tenant.messages().findValuesAsText("text")).doesNotContain("never stored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sms | [message_id, text, created_datetime, phone_number, conversation_id]",
                "email | [message_id, text, created_datetime, from_email_address, to_email_addresses, subject,"
                        + " conversation_id]",
                "web_chat | [message_id, text, created_datetime]",
                "call_transcript | [message_id, created_datetime, conversation_id, recording_url]"
            })
    void namesEveryRequiredFieldOfAChannelThatIsMissingOrNull(String channel, String fields) {
        var missing = new StringJoiner(",", "{\"" + channel + "\":{", "}}");
        var absent = new StringJoiner(",", "{\"" + channel + "\":{", "}}");
        var nulls = new StringJoiner(",");
        for (var field : fields.replaceAll("[\\[\\]]", "").split(", ?")) {
            missing.add("\"" + field + "\":[\"This field is required.\"]");
            absent.add("\"" + field + "\":[\"This field may not be null.\"]");
            nulls.add("\"" + field + "\":null");
        }

        assertRefused("\"channel\":\"%s\",\"%s\":{}".formatted(channel, channel), missing.toString());
        assertRefused("\"channel\":\"%s\",\"%s\":{%s}".formatted(channel, channel, nulls), absent.toString());
    }

    @Test
    void answersWhatIsWrongInTheEnvelopeAndInTheObjectAtOnce() {
        assertRefused(
                """
                "channel": "call_transcript", "message_direction": "Sideways", "first_name": {}, "message_uri": true,
                "attachment_urls": "https://example.org", "call_transcript": {"message_id": " ", "recording_url": "",
                  "created_datetime": "yesterday", "conversation_id": "%s", "source": "%s", "call_status": [],
                  "call_duration_in_sec": "long", "call_handle_time": 1.5, "call_queue_wait_time": 1e30}"""
                        .formatted("c".repeat(501), "s".repeat(201)),
                """
                {"message_direction": ["\\"Sideways\\" is not a valid choice."],
                 "first_name": ["Not a valid string."], "message_uri": ["Not a valid string."],
                 "attachment_urls": ["Expected a list of items but got type \\"str\\"."],
                 "call_transcript": {"message_id": ["This field may not be blank."],
                   "recording_url": ["This field may not be blank."],
                   "created_datetime": ["Datetime has wrong format. Use one of these formats instead: \
                YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."],
                   "conversation_id": ["Ensure this field has no more than 500 characters."],
                   "source": ["Ensure this field has no more than 200 characters."],
                   "call_status": ["Not a valid string."],
                   "call_duration_in_sec": ["A valid integer is required."],
                   "call_handle_time": ["A valid integer is required."],
                   "call_queue_wait_time": ["A valid integer is required."]}}""");
    }

    @Test
    void refusesWrongListsOfAnEmail() {
        assertRefused(
                """
                "channel": "email", "attachment_urls": [1], "email": {"message_id": "m", "text": "t", "subject": "s",
                  "created_datetime": "2024-03-15T11:30:00Z", "from_email_address": "a", "conversation_id": "c",
                  "to_email_addresses": [], "references": "r"}""",
                """
                {"attachment_urls": ["Not a valid string."],
                 "email": {"to_email_addresses": ["This list may not be empty."],
                           "references": ["Expected a list of items but got type \\"str\\"."]}}""");
    }

    @Test
    void demandsDirectionAndReferencesOnlyWhereTheApplicationWantsItStrict() {
        var strict = new TravtusTenant("{\"travtus.strict-v2\":true}");
        var email =
                """
                {"message_id": "m", "text": "t", "subject": "s", "created_datetime": "2024-03-15T11:30:00Z",
                 "from_email_address": "a", "conversation_id": "c", "to_email_addresses": "b"%s}""";
        var refused = strict.message("\"channel\":\"email\",\"email\":" + email.formatted(""));

        assertThat(refused.status()).isEqualTo(400);
        assertThatJson(refused.body())
                .isEqualTo(
                        """
                        {"message_direction": ["This field is required."],
                         "email": {"references": ["This field is required."]}}""");
        assertThat(strict.tenant.messages()).isEmpty();
        TravtusTenant.assertAccepted(strict.message("\"channel\":\"email\",\"message_direction\":\"Inbound\",\"email\":"
                + email.formatted(",\"references\":[]")));
    }

    /** Without a body and its type no reader is asked. */
    @Test
    void answersARequestWithoutAnythingLikeMalformedJson() {
        for (var path : new String[] {"/messages/", "/communities/"}) {
            var answer = Http.post(path).bearer(token).send();

            assertThat(answer.status()).isEqualTo(400);
            assertThatJson(answer.body()).isEqualTo("{\"detail\":\"JSON parse error.\"}");
        }
    }

    private void assertRefused(String members, String expected) {
        var own = new TravtusTenant();
        var answer = own.message(members);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo(expected);
        assertThat(own.tenant.messages()).isEmpty();
        assertThat(Admin.get(own.tenant.path("/threads")).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1e2000\"", "\"NaN\"", "true", "[5]", "\"\""})
    void refusesARatingThatIsNoNumberOfSensibleLength(String rating) {
        var answer = review("\"review_id\":\"r-rating\",\"rating\":" + rating);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo("{\"review\":{\"rating\":[\"A valid number is required.\"]}}");
    }

    @Test
    void refusesARatingOfAMillionDigitsWithoutReadingThem() {
        var answer = review("\"review_id\":\"r-rating\",\"rating\":\"" + "1".repeat(999_999) + "\"");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesAnIdThatDoesNotFitIntoAKey() {
        var answer = review("\"review_id\":\"" + "r".repeat(501) + "\"");

        assertThatJson(answer.body())
                .isEqualTo("{\"review\":{\"review_id\":[\"Ensure this field has no more than 500 characters.\"]}}");
        assertThat(review("\"review_id\":\"" + "☂".repeat(500) + "\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1e99999999999}",
                "{",
                "",
                "{\"group_id\":1,\"group_id\":2}",
                "{} {}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\u0000\"}"
            })
    void answersMalformedJsonInItsOwnShape(String body) {
        var answer = send(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo("{\"detail\":\"JSON parse error.\"}");
    }

    private Answer review(String members) {
        return send("{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{%s}}".formatted(groupId, members));
    }

    private Answer send(String body) {
        return Http.post("/messages/").bearer(token).json(body).send();
    }
}

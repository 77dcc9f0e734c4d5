package io.parlance.dialect.travtus;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the fields of a review that are wrong. */
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

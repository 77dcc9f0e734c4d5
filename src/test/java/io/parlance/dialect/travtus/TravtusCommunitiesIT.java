package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TravtusTenant.assertAccepted;
import static io.parlance.dialect.travtus.TravtusTenant.assertError;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.RawConnection;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET} and {@code POST /communities/}. */
class TravtusCommunitiesIT {
    static final String SKYLINE =
            """
            {"name": "Skyline Apartments", "community_external_ref": "SKY-APT-001",
             "description": "Modern apartment complex", "timezone": "US/Eastern",
             "email_address": "contact@skylineapts.com", "phone_number": "555-123-4567",
             "property_type": "residential", "status": "active",
             "website_address": "https://skylineapartments.com", "latitude": 40.7128, "longitude": -74.0060}""";
    private static final String NONE = "{\"error\":\"No communities found matching the provided criteria.\"}";

    private final TravtusTenant travtus = new TravtusTenant();

    @Test
    void createsTheGroupThatMessagesAreThenPostedTo() {
        assertAccepted(create(SKYLINE));

        var found = find("community_external_ref=SKY-APT-001");
        assertThat(found.status()).isEqualTo(200);
        assertThatJson(found.body())
                .isEqualTo(
                        """
                        {"communities": [{
                           "community_id": "${json-unit.any-string}", "community_external_ref": "SKY-APT-001",
                           "name": "Skyline Apartments", "description": "Modern apartment complex",
                           "location": {"latitude": "40.7128", "longitude": "-74.0060"}, "timezone": "US/Eastern",
                           "unit_count": 0, "website": "https://skylineapartments.com",
                           "phone_number": "555-123-4567", "email": "contact@skylineapts.com", "status": "active"}],
                         "last_id": -1}""");
        var id = found.json().at("/communities/0/community_id").asText();
        assertAccepted(travtus.messageTo(id, "\"channel\":\"review\",\"review\":{\"review_id\":\"r\"}"));
        assertAccepted(
                travtus.send(
                        """
                {"group_external_ref": "SKY-APT-001", "channel": "review", "review": {"review_id": "r"}}"""));
    }

    @Test
    void createsACommunityOfWhichLittleIsSaid() {
        assertAccepted(create("{\"name\":\"Small\",\"timezone\":\"UTC\",\"description\":null,\"anything\":1}"));

        assertThatJson(find("name=small").body())
                .inPath("communities[0]")
                .isEqualTo(
                        """
                        {"community_id": "${json-unit.any-string}", "community_external_ref": null, "name": "Small",
                         "description": null, "location": {"latitude": null, "longitude": null}, "timezone": "UTC",
                         "unit_count": 0, "website": null, "phone_number": null, "email": null, "status": null}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"name\":[\"This field is required.\"],\"timezone\":[\"This field is required.\"]}",
                "[] | {\"name\":[\"This field is required.\"],\"timezone\":[\"This field is required.\"]}",
                "{\"name\":null,\"timezone\":\" \"} | {\"name\":[\"This field may not be null.\"],"
                        + "\"timezone\":[\"This field may not be blank.\"]}",
                "{\"name\":\"N\",\"timezone\":\"Mars/Phobos\",\"email_address\":\"nobody\",\"latitude\":\"north\","
                        + "\"status\":[]} | {\"timezone\":[\"\\\"Mars/Phobos\\\" is not a valid choice.\"],"
                        + "\"email_address\":[\"Enter a valid email address.\"],"
                        + "\"latitude\":[\"A valid number is required.\"],\"status\":[\"Not a valid string.\"]}",
                "{ | {\"detail\":\"JSON parse error.\"}"
            })
    void saysWhatIsWrongAndCreatesNothing(String body, String expected) {
        var answer = create(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo(expected);
        assertThat(communities()).isEqualTo(1);
    }

    @Test
    void refusesAReferenceThatIsTaken() {
        create(SKYLINE);

        var answer = create(SKYLINE);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo("{\"community_external_ref\":[\"This field must be unique.\"]}");
        assertAccepted(new TravtusTenant().communities("POST").json(SKYLINE).send());
    }

    @Test
    void refusesTextsBeyondAllMeasure() {
        var answer =
                create("{\"name\":\"%s\",\"timezone\":\"UTC\",\"description\":\"%s\",\"community_external_ref\":\"%s\"}"
                        .formatted("n".repeat(501), "d".repeat(10_001), "r".repeat(501)));

        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"name": ["Ensure this field has no more than 500 characters."],
                         "community_external_ref": ["Ensure this field has no more than 500 characters."],
                         "description": ["Ensure this field has no more than 10000 characters."]}""");
    }

    @Test
    void letsACredentialOfSomeGroupsCreateNoOther() {
        var answer = travtus.communities("POST", "", limited()).json(SKYLINE).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThatJson(answer.body()).isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        assertThat(communities()).isEqualTo(1);
    }

    @Test
    void findsByIdAliasReferenceAndPartOfTheName() {
        var id = travtus.group("Harbour View", ",\"externalRef\":\"hv\",\"alias\":\"harbour\"");

        for (var query : new String[] {
            "community_id=" + id,
            "community_id=" + id.toUpperCase(java.util.Locale.ROOT),
            "community_id=harbour",
            "community_external_ref=hv",
            "name=HARBOUR",
            "name=r%20V",
            "name=Harbour&community_external_ref=hv&after_id=1"
        }) {
            var found = find(query);
            assertThat(found.status()).as(query).isEqualTo(200);
            assertThat(found.json().path("communities").findValuesAsText("community_id"))
                    .containsExactly(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community_id=nowhere",
                "community_external_ref=harbour",
                "name=nobody",
                "name=%00",
                "name=G&community_external_ref=other",
                "after_id=-1",
                "after_id=999999999999999999"
            })
    void answers404WhereNothingIsFound(String query) {
        assertNothing(find(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name=", "name=%20&community_id=", "other=1"})
    void asksForASearchParameter(String query) {
        assertError(
                find(query),
                400,
                "no_search_parameters",
                "At least one search parameter is required to find communities.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "99999999999999999999"})
    void refusesAPlaceThatIsNoNumber(String place) {
        var answer = find("after_id=" + place);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo("{\"after_id\":[\"A valid integer is required.\"]}");
    }

    /** No HTTP library sends such an address. Undertow refuses it before the application sees it, with an empty body. */
    @Test
    void answersAnAddressThatCannotBeReadInItsOwnShape() {
        try (var connection = new RawConnection()) {
            connection.send(
                    "GET /communities/?name=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + travtus.token + "\r\n\r\n");

            var answer = connection.answerToTheEnd();
            assertThat(answer).matches("(?s)HTTP/1.1 4.*").doesNotContain("<html", "Exception");
            assertThat(answer.substring(answer.indexOf("\r\n\r\n")).strip()).matches("(\\{\".*})?");
        }
    }

    @Test
    void pagesByAHundred() {
        var own = new TravtusTenant();
        IntStream.range(0, 204).forEach(i -> own.group("Tower " + i, ""));

        var first = own.communities("GET", "?name=tower").send().json();
        var second = own.communities(
                        "GET", "?name=tower&after_id=" + first.path("last_id").asText())
                .send()
                .json();
        var third = own.communities(
                        "GET", "?name=tower&after_id=" + second.path("last_id").asText())
                .send()
                .json();

        assertThat(first.path("communities").findValuesAsText("name"))
                .hasSize(100)
                .startsWith("Tower 0");
        assertThat(second.path("communities").findValuesAsText("name"))
                .hasSize(100)
                .startsWith("Tower 100");
        assertThat(third.path("communities").findValuesAsText("name"))
                .containsExactly("Tower 200", "Tower 201", "Tower 202", "Tower 203");
        assertThat(third.path("last_id").asInt()).isEqualTo(-1);
    }

    @Test
    void showsNothingOfAnotherTenantNorOutsideTheCredentialsList() {
        var other = new TravtusTenant();
        var foreign = other.group("Foreign", ",\"externalRef\":\"foreign\"");

        for (var query : new String[] {"community_id=" + foreign, "community_external_ref=foreign", "name=Foreign"}) {
            assertNothing(find(query));
        }
        var limited = limited();
        assertNothing(travtus.communities("GET", "?community_id=" + travtus.group, limited)
                .send());
        assertThat(travtus.communities("GET", "?after_id=0", limited)
                        .send()
                        .json()
                        .path("communities")
                        .findValuesAsText("name"))
                .containsExactly("Open");
    }

    @Test
    void asksForACredentialAsTheMessagesDo() {
        for (var method : new String[] {"GET", "POST", "PATCH"}) {
            assertError(
                    Http.request(method, "/communities/").json("{}").send(),
                    400,
                    "missing_authorization",
                    "Your request does not include an 'Authorization' header with a bearer token for your account.");
            assertError(
                    Http.request(method, "/communities/")
                            .bearer("nonsense")
                            .json("{}")
                            .send(),
                    401,
                    "invalid_authorization",
                    "The bearer token you have provided in the 'Authorization' header is invalid.");
        }
    }

    @Test
    void servesThePathWithoutTheSlashToo() {
        assertThat(Http.get("/communities?name=G").bearer(travtus.token).send().status())
                .isEqualTo(200);
    }

    private String limited() {
        return travtus.bearer(",\"groups\":[\"" + travtus.group("Open", "") + "\"]");
    }

    private int communities() {
        return (int) find("after_id=0").json().path("communities").findValuesAsText("name").stream()
                .filter(name -> !name.equals("Open"))
                .count();
    }

    private Answer create(String body) {
        return travtus.communities("POST").json(body).send();
    }

    private Answer find(String query) {
        return travtus.communities("GET", "?" + query).send();
    }

    private static void assertNothing(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(NONE);
    }
}

package io.parlance.dialect.travtus;

import static io.parlance.dialect.travtus.TravtusTenant.assertAccepted;
import static io.parlance.dialect.travtus.TravtusTenant.assertError;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code PATCH /communities/}. */
class TravtusCommunityChangesIT {
    private static final String NOT_FOUND = "There are no community records matching the information provided.";

    private final TravtusTenant travtus = new TravtusTenant();

    @Test
    void changesWhatIsSaidAndNothingElse() {
        travtus.communities("POST").json(TravtusCommunitiesIT.SKYLINE).send();

        assertAccepted(
                change(
                        """
                {"community_external_ref": "SKY-APT-001", "name": "East Tower", "status": "inactive",
                 "description": "", "latitude": 1.50, "phone_number": null, "timezone": "Europe/Prague"}"""));

        assertThatJson(shown())
                .isEqualTo(
                        """
                        {"community_id": "${json-unit.any-string}", "community_external_ref": "SKY-APT-001",
                         "name": "East Tower", "description": null,
                         "location": {"latitude": "1.50", "longitude": "-74.0060"}, "timezone": "Europe/Prague",
                         "unit_count": 0, "website": "https://skylineapartments.com",
                         "phone_number": "555-123-4567", "email": "contact@skylineapts.com", "status": "inactive"}""");
    }

    @Test
    void findsTheCommunityByIdOrByBoth() {
        var id = travtus.group("Both", ",\"externalRef\":\"both\",\"alias\":\"b\"");

        assertAccepted(change("{\"community_id\":\"%s\",\"status\":\"one\"}".formatted(id)));
        assertAccepted(change("{\"community_id\":\"b\",\"community_external_ref\":\"both\",\"status\":\"two\"}"));
        assertError(
                change("{\"community_id\":\"%s\",\"community_external_ref\":\"another\",\"status\":\"x\"}"
                        .formatted(id)),
                404,
                "community_not_found",
                NOT_FOUND);
        assertThat(travtus.communities("GET", "?community_id=" + id)
                        .send()
                        .json()
                        .at("/communities/0/status")
                        .asText())
                .isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"N\"} | {\"non_field_errors\":"
                        + "[\"Either community_id or community_external_ref must be provided\"]}",
                "{\"community_id\":\" \",\"community_external_ref\":null,\"name\":\"N\"} | {\"non_field_errors\":"
                        + "[\"Either community_id or community_external_ref must be provided\"]}",
                "{\"community_external_ref\":\"ref\"} | {\"non_field_errors\":"
                        + "[\"At least one field to update must be provided\"]}",
                "{\"community_external_ref\":\"ref\",\"name\":null,\"other\":1} | {\"non_field_errors\":"
                        + "[\"At least one field to update must be provided\"]}",
                "{\"community_external_ref\":\"ref\",\"email_address\":\"a@b\"} | "
                        + "{\"email_address\":[\"Enter a valid email address.\"]}",
                "{\"community_external_ref\":\"ref\",\"name\":\"\",\"timezone\":\"Nowhere\"} | "
                        + "{\"name\":[\"This field may not be blank.\"],"
                        + "\"timezone\":[\"\\\"Nowhere\\\" is not a valid choice.\"]}"
            })
    void saysWhatIsWrongAndChangesNothing(String body, String expected) {
        travtus.group("Same", ",\"externalRef\":\"ref\"");

        var answer = change(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).isEqualTo(expected);
        assertThat(travtus.communities("GET", "?community_external_ref=ref")
                        .send()
                        .json()
                        .at("/communities/0/name")
                        .asText())
                .isEqualTo("Same");
    }

    @Test
    void findsNoCommunityOfAnotherTenant() {
        var foreign = new TravtusTenant();
        foreign.group("Foreign", ",\"externalRef\":\"foreign\"");

        assertError(
                change("{\"community_id\":\"%s\",\"name\":\"taken over\"}".formatted(foreign.group)),
                404,
                "community_not_found",
                NOT_FOUND);
        assertError(
                change("{\"community_external_ref\":\"foreign\",\"name\":\"taken over\"}"),
                404,
                "community_not_found",
                NOT_FOUND);
        assertThat(foreign.communities("GET", "?after_id=0").send().body()).doesNotContain("taken over");
    }

    @Test
    void refusesACommunityOutsideTheCredentialsList() {
        var open = travtus.group("Open", "");
        var limited = travtus.bearer(",\"groups\":[\"" + open + "\"]");

        assertError(
                travtus.communities("PATCH", "", limited)
                        .json("{\"community_id\":\"%s\",\"name\":\"N\"}".formatted(travtus.group))
                        .send(),
                401,
                "no_access_to_group",
                "You do not have access to the group you have provided.");
        assertAccepted(travtus.communities("PATCH", "", limited)
                .json("{\"community_id\":\"%s\",\"name\":\"N\"}".formatted(open))
                .send());
    }

    @Test
    void answersAFaultInTheWordsOfEachPage() throws SQLException {
        travtus.group("Same", ",\"externalRef\":\"ref\"");
        execute("create function refuse_group() returns trigger language plpgsql as"
                + " 'begin raise exception ''refused by a test''; end'");
        execute(
                "create trigger refuse_group before insert or update on tenant_group for each row when (new.tenant_id = '"
                        + travtus.tenant.id() + "') execute function refuse_group()");
        try {
            var created = travtus.communities("POST")
                    .json(TravtusCommunitiesIT.SKYLINE)
                    .send();
            var changed = change("{\"community_external_ref\":\"ref\",\"name\":\"N\"}");

            assertThat(created.status()).isEqualTo(500);
            assertThat(created.body())
                    .isEqualTo("{\"error\":{\"message\":\"An error occurred while creating the community.\"}}");
            assertThat(changed.status()).isEqualTo(500);
            assertThat(changed.body())
                    .isEqualTo("{\"error\":{\"message\":\"An error occurred while updating the community.\"}}");
        } finally {
            execute("drop trigger refuse_group on tenant_group");
            execute("drop function refuse_group()");
        }
    }

    private Answer change(String body) {
        return travtus.communities("PATCH").json(body).send();
    }

    private String shown() {
        return travtus.communities("GET", "?community_external_ref=SKY-APT-001")
                .send()
                .json()
                .at("/communities/0")
                .toString();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestServer.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertCreated;
import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /tenants/{tenant}/threads} by HTTP against the real server. */
class AdminThreadsIT {
    private Admin.Tenant tenant;
    private String threads;

    @BeforeEach
    void provision() {
        tenant = Admin.tenant();
        threads = tenant.path("/threads");
    }

    @Test
    void answersTheWholeThread() {
        var id = UUID.randomUUID().toString();
        var group = AdminApi.id(tenant.group("G", ""));
        var application = tenant.application("{}");
        var ada = tenant.user("ada@example.org", "[]");
        var grace = tenant.user("grace@example.org", "[]");

        var answer = AdminApi.post(
                threads,
                """
                {"dialect": "travtus", "id": "%s", "applicationId": "%s", "groupId": "%s", "subject": "Heating",
                 "requesterId": "user-7", "participants": ["%s", %d, "%s"]}"""
                        .formatted(
                                id.toUpperCase(Locale.ROOT),
                                application,
                                group,
                                AdminApi.id(ada),
                                grace.path("number").asLong(),
                                AdminApi.id(ada)));

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "number": "${json-unit.any-number}", "dialect": "travtus", "applicationId": "%s",
                         "groupId": "%s", "subject": "Heating", "requesterId": "user-7",
                         "participants": ["%s", "%s"], "status": "open", "resolved": false, "attributes": {},
                         "createdAt": "%s", "updatedAt": "%s"}"""
                                .formatted(
                                        id,
                                        application,
                                        group,
                                        AdminApi.id(ada),
                                        AdminApi.id(grace),
                                        AdminApi.ANY_TIME,
                                        AdminApi.ANY_TIME));
        assertThat(AdminApi.get(threads + "/" + id).json()).isEqualTo(answer.json());
    }

    @Test
    void makesAThreadOfNothingButADialect() {
        var created = assertCreated(AdminApi.post(threads, "{\"dialect\":\"travtus\"}"));

        assertThat(created.path("applicationId").isNull()).isTrue();
        assertThat(created.path("participants")).isEmpty();
    }

    @Test
    void refusesAnIdThatIsTaken() {
        var id = AdminApi.id(tenant.thread("{\"dialect\":\"travtus\"}"));

        assertProblem(AdminApi.post(threads, "{\"dialect\":\"travtus\",\"id\":\"%s\"}".formatted(id)), 409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | dialect",
                "{\"dialect\":\"smoke-signals\"} | dialect",
                "{\"dialect\":\"travtus\",\"id\":\"x\"} | id,id",
                "{\"dialect\":\"travtus\",\"applicationId\":\"00000000-0000-7000-8000-000000000000\"} | applicationId",
                "{\"dialect\":\"travtus\",\"groupId\":\"00000000-0000-7000-8000-000000000000\"} | groupId",
                "{\"dialect\":\"travtus\",\"participants\":[\"x\"]} | participants",
                "{\"dialect\":\"travtus\",\"participants\":[-5]} | participants",
                "{\"dialect\":\"travtus\",\"participants\":{}} | participants",
                "{\"dialect\":\"travtus\",\"subject\":\"\"} | subject",
                "{\"dialect\":\"travtus\",\"status\":\"open\"} | status"
            })
    void refusesWrongMembers(String body, String fields) {
        assertInvalid(AdminApi.post(threads, body), fields.split(","));
    }

    @Test
    void namesTheDialectsThereAre() {
        var answer = AdminApi.post(threads, "{\"dialect\":\"smoke-signals\"}");

        assertThat(answer.json().at("/errors/0/detail").asText()).contains("travtus");
    }

    @Test
    void refusesWhatBelongsToAnotherTenant() {
        var other = Admin.tenant();

        assertInvalid(post("applicationId", "\"" + other.application("{}") + "\""), "applicationId");
        assertInvalid(post("groupId", "\"" + AdminApi.id(other.group("G", "")) + "\""), "groupId");
        assertInvalid(
                post("participants", "[" + other.user("a@example.org", "[]").path("number") + "]"), "participants");
    }

    private Answer post(String member, String value) {
        return AdminApi.post(threads, "{\"dialect\":\"travtus\",\"%s\":%s}".formatted(member, value));
    }

    @Test
    void resolvesAThreadAndOpensItAgain() {
        var path = threads + "/" + AdminApi.id(tenant.thread("{\"dialect\":\"travtus\"}"));

        assertThat(AdminApi.patch(path, "{\"resolved\":true}")
                        .json()
                        .path("resolved")
                        .asBoolean())
                .isTrue();
        assertThat(AdminApi.patch(path, "{}").json().path("resolved").asBoolean())
                .isTrue();
        assertThat(AdminApi.patch(path, "{\"resolved\":false}")
                        .json()
                        .path("resolved")
                        .asBoolean())
                .isFalse();
        assertInvalid(AdminApi.patch(path, "{\"resolved\":null}"), "resolved");
        assertInvalid(AdminApi.patch(path, "{\"subject\":\"new\"}"), "subject");
    }

    @Test
    void showsNothingToAnotherTenant() {
        var foreign = Admin.tenant().path("/threads/" + AdminApi.id(tenant.thread("{\"dialect\":\"travtus\"}")));

        assertProblem(AdminApi.get(foreign), 404);
        assertProblem(AdminApi.patch(foreign, "{\"resolved\":true}"), 404);
        assertProblem(AdminApi.post(foreign + "/messages", "{\"text\":\"hi\"}"), 404);
    }

    @Test
    void listsInPagesNewestFirst() {
        var ids = new ArrayList<>(Stream.generate(() -> AdminApi.id(tenant.thread("{\"dialect\":\"travtus\"}")))
                .limit(5)
                .toList());
        Collections.reverse(ids);

        assertThat(AdminApi.pages(threads)).isEqualTo(List.of(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5)));
    }

    @Test
    void narrowsTheListByGroupDialectAndSubject() {
        var group = AdminApi.id(tenant.group("G", ""));
        var person = AdminApi.id(tenant.user("a@example.org", "[]"));
        tenant.thread("{\"dialect\":\"travtus\",\"subject\":\"Parking\"}");
        var wanted = AdminApi.id(tenant.thread(
                """
                {"dialect": "travtus", "subject": "The HEATING again", "groupId": "%s", "participants": ["%s"]}"""
                        .formatted(group, person)));

        for (var query : new String[] {"query=heating", "groupId=" + group, "dialect=travtus&query=again"}) {
            var items = AdminApi.get(threads + "?" + query).json().path("items");
            assertThat(items).as(query).hasSize(1);
            assertThat(items.at("/0/id").asText()).isEqualTo(wanted);
            assertThat(items.at("/0/participants/0").asText()).isEqualTo(person);
        }
        assertThat(AdminApi.get(threads + "?query=%25").json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dialect=smoke, dialect",
        "groupId=x, groupId",
        "query=%20, query",
        "query=, query",
        "status=open, status"
    })
    void refusesOtherParameters(String query, String field) {
        assertInvalid(AdminApi.get(threads + "?" + query), field);
    }

    @Test
    void callsAnOperatorInAnAccessRequestTheSystem() {
        var thread = tenant.thread("{\"dialect\":\"jitsudo\"}").path("id").asText();

        var reply = AdminApi.post(threads + "/" + thread + "/messages", "{\"text\":\"hi\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("author").path("type").asText()).isEqualTo("system");
    }

    @Test
    void letsNoOperatorWriteWhereOnlyPeopleDo() {
        var thread = tenant.thread("{\"dialect\":\"highq\"}").path("id").asText();

        assertProblem(AdminApi.post(threads + "/" + thread + "/messages", "{\"text\":\"hi\"}"), 409);
    }
}

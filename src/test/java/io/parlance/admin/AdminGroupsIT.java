package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertCreated;
import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /tenants/{tenant}/groups} by HTTP against the real server. */
class AdminGroupsIT {
    private Admin.Tenant tenant;
    private String groups;

    @BeforeEach
    void provision() {
        tenant = Admin.tenant();
        groups = tenant.path("/groups");
    }

    @Test
    void answersTheWholeGroup() {
        var answer = AdminApi.post(
                groups,
                """
                {"name": "Harbour House", "externalRef": "ext-1", "alias": "harbour", "timezone": "Europe/Prague"}""");

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "name": "Harbour House", "externalRef": "ext-1", "alias": "harbour",
                         "timezone": "Europe/Prague", "createdAt": "%s"}"""
                                .formatted(AdminApi.ANY_ID, AdminApi.ANY_TIME));
    }

    @Test
    void writesWhatIsAbsentAsNull() {
        var group = tenant.group("G", "");

        assertThatJson(AdminApi.get(groups + "/" + AdminApi.id(group)).body())
                .isEqualTo(
                        """
                        {"id": "%s", "name": "G", "externalRef": null, "alias": null, "timezone": null,
                         "createdAt": "%s"}"""
                                .formatted(
                                        AdminApi.id(group),
                                        group.path("createdAt").asText()));
    }

    @Test
    void mergesAChangeAndClearsByNull() {
        var id = AdminApi.id(tenant.group("G", ",\"alias\":\"a\",\"externalRef\":\"e\""));

        var changed = AdminApi.patch(groups + "/" + id, "{\"alias\":null,\"timezone\":\"UTC\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThatJson(changed.body())
                .isObject()
                .containsEntry("name", "G")
                .containsEntry("externalRef", "e")
                .containsEntry("alias", null)
                .containsEntry("timezone", "UTC");
        assertThat(AdminApi.get(groups + "/" + id).json()).isEqualTo(changed.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\":\"g\",\"timezone\":\"Nowhere/Town\"} | timezone",
                "{\"name\":\"g\",\"alias\":\" \"} | alias",
                "{\"name\":\"g\",\"externalRef\":7} | externalRef",
                "{\"name\":\"g\",\"tenantId\":\"x\"} | tenantId"
            })
    void refusesWrongMembers(String body, String field) {
        assertInvalid(AdminApi.post(groups, body), field);
    }

    @Test
    void refusesANameOfMoreThanTwoHundredCharacters() {
        assertInvalid(AdminApi.post(groups, "{\"name\":\"%s\"}".formatted("ä".repeat(201))), "name");
        assertCreated(AdminApi.post(groups, "{\"name\":\"%s\"}".formatted("😀".repeat(200))));
    }

    @Test
    void keepsAliasAndReferenceUniqueInTheTenantOnly() {
        tenant.group("G", ",\"alias\":\"a\",\"externalRef\":\"e\"");

        assertProblem(AdminApi.post(groups, "{\"name\":\"H\",\"alias\":\"a\"}"), 409);
        assertProblem(AdminApi.post(groups, "{\"name\":\"H\",\"externalRef\":\"e\"}"), 409);
        assertThat(Admin.tenant().group("H", ",\"alias\":\"a\",\"externalRef\":\"e\""))
                .isNotNull();
    }

    @Test
    void refusesAnAliasThatIsAnotherGroupsId() {
        var id = AdminApi.id(tenant.group("G", ""));

        assertProblem(AdminApi.post(groups, "{\"name\":\"H\",\"alias\":\"%s\"}".formatted(id)), 409);
    }

    @Test
    void refusesAChangeIntoATakenAlias() {
        tenant.group("G", ",\"alias\":\"a\"");
        var other = AdminApi.id(tenant.group("H", ""));

        assertProblem(AdminApi.patch(groups + "/" + other, "{\"alias\":\"a\"}"), 409);
    }

    @Test
    void forgetsADeletedGroupAndFreesItsAlias() {
        var client = new MessagesOfATenant(tenant);
        assertThat(client.post("one").status()).isEqualTo(200);

        assertThat(AdminApi.delete(groups + "/" + client.group).status()).isEqualTo(204);

        assertThat(client.post("two").status()).isEqualTo(404);
        assertProblem(AdminApi.get(groups + "/" + client.group), 404);
        assertProblem(AdminApi.patch(groups + "/" + client.group, "{}"), 404);
        assertProblem(AdminApi.delete(groups + "/" + client.group), 404);
    }

    @Test
    void keepsTwoChangesAtOnceApart() {
        var path = groups + "/" + AdminApi.id(tenant.group("G", ""));

        Stream.of("{\"alias\":\"a\"}", "{\"externalRef\":\"e\"}", "{\"timezone\":\"UTC\"}", "{\"name\":\"N\"}")
                .parallel()
                .forEach(change ->
                        assertThat(AdminApi.patch(path, change).status()).isEqualTo(200));

        assertThatJson(AdminApi.get(path).body())
                .isObject()
                .containsEntry("alias", "a")
                .containsEntry("externalRef", "e")
                .containsEntry("timezone", "UTC")
                .containsEntry("name", "N");
    }

    @Test
    void showsNothingToAnotherTenant() {
        var id = AdminApi.id(tenant.group("G", ""));
        var foreign = Admin.tenant().path("/groups/" + id);

        assertProblem(AdminApi.get(foreign), 404);
        assertProblem(AdminApi.patch(foreign, "{\"name\":\"mine\"}"), 404);
        assertProblem(AdminApi.delete(foreign), 404);
        assertThat(AdminApi.get(groups + "/" + id).json().path("name").asText()).isEqualTo("G");
    }

    @Test
    void listsInPagesOldestFirst() {
        var ids = Stream.of("A", "B", "C", "D", "E")
                .map(name -> AdminApi.id(tenant.group(name, "")))
                .toList();

        assertThat(AdminApi.pages(groups)).isEqualTo(List.of(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5)));
    }
}

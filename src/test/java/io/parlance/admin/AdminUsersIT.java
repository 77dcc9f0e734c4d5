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

/** {@code /tenants/{tenant}/users} by HTTP against the real server. */
class AdminUsersIT {
    private Admin.Tenant tenant;
    private String users;

    @BeforeEach
    void provision() {
        tenant = Admin.tenant();
        users = tenant.path("/users");
    }

    @Test
    void answersTheWholePersonWithoutThePassword() {
        var answer = AdminApi.post(
                users,
                """
                {"email": "ada@example.org", "firstName": "Ada", "lastName": "Byron", "password": "correct horse",
                 "userGroups": ["approvers", "staff"]}""");

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "number": "${json-unit.any-number}", "email": "ada@example.org",
                         "firstName": "Ada", "lastName": "Byron", "userGroups": ["approvers", "staff"],
                         "createdAt": "%s"}"""
                                .formatted(AdminApi.ANY_ID, AdminApi.ANY_TIME));
    }

    @Test
    void givesPeopleOfAllTenantsDifferentNumbers() {
        var here = tenant.user("a@example.org", "[]").path("number").asLong();
        var there = Admin.tenant().user("a@example.org", "[]").path("number").asLong();

        assertThat(here).isPositive().isNotEqualTo(there);
    }

    @Test
    void mergesAChange() {
        var id = AdminApi.id(tenant.user("a@example.org", "[\"approvers\"]"));

        var changed = AdminApi.patch(users + "/" + id, "{\"lastName\":\"Lovelace\",\"password\":\"correct horse\"}");
        assertThatJson(changed.body())
                .isObject()
                .containsEntry("email", "a@example.org")
                .containsEntry("lastName", "Lovelace")
                .doesNotContainKey("password");

        var cleared = AdminApi.patch(users + "/" + id, "{\"userGroups\":null,\"password\":null}");
        assertThatJson(cleared.body()).inPath("userGroups").isEqualTo("[]");
        assertThat(AdminApi.get(users + "/" + id).json()).isEqualTo(cleared.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"nobody\"} | email",
                "{\"email\":\"a b@c\"} | email",
                "{\"email\":null} | email",
                "{\"firstName\":\"\"} | firstName",
                "{\"lastName\":[]} | lastName",
                "{\"password\":\"short\"} | password",
                "{\"userGroups\":\"approvers\"} | userGroups",
                "{\"userGroups\":[\"two\\nlines\"]} | userGroups",
                "{\"userGroups\":[1]} | userGroups",
                "{\"number\":7} | number"
            })
    void refusesWrongMembers(String body, String field) {
        var id = AdminApi.id(tenant.user("a@example.org", "[]"));

        assertInvalid(AdminApi.patch(users + "/" + id, body), field);
    }

    @Test
    void demandsEmailAndNames() {
        assertInvalid(AdminApi.post(users, "{}"), "email", "firstName", "lastName");
    }

    @Test
    void refusesAnEmailOfMoreThan254Characters() {
        var email = "a".repeat(250) + "@b.cz";

        assertInvalid(
                AdminApi.post(users, "{\"email\":\"%s\",\"firstName\":\"A\",\"lastName\":\"B\"}".formatted(email)),
                "email");
    }

    @Test
    void keepsTheEmailUniqueInAnyCaseUntilThePersonGoes() {
        var id = AdminApi.id(tenant.user("a@example.org", "[]"));
        var same = "{\"email\":\"A@Example.org\",\"firstName\":\"A\",\"lastName\":\"B\"}";

        assertProblem(AdminApi.post(users, same), 409);
        AdminApi.delete(users + "/" + id);
        assertCreated(AdminApi.post(users, same));
    }

    @Test
    void issuesTokensThatActAsThePerson() {
        var id = AdminApi.id(tenant.user("a@example.org", "[]"));

        var bearer = AdminApi.post(users + "/" + id + "/tokens", "{\"kind\":\"bearer\",\"ttlSeconds\":60}");
        var jwt = AdminApi.post(users + "/" + id + "/tokens", "{\"kind\":\"jwt\"}");

        assertCreated(bearer);
        assertThatJson(bearer.body())
                .isObject()
                .containsEntry("kind", "bearer")
                .containsEntry("userId", id)
                .containsEntry("ttlSeconds", 60);
        assertThat(bearer.json().path("token").asText()).startsWith("plu_");
        assertCreated(jwt);
        assertThatJson(jwt.body()).isObject().containsEntry("kind", "jwt").containsEntry("ttlSeconds", 3600);
        assertThat(jwt.json().path("expiresAt").asText()).isNotEmpty();
        assertThat(jwt.json().path("token").asText().split("\\.")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | kind",
                "{\"kind\":\"api-key\"} | kind",
                "{\"kind\":\"jwt\",\"ttlSeconds\":-1} | ttlSeconds",
                "{\"kind\":\"bearer\",\"groups\":[]} | groups"
            })
    void refusesOtherTokens(String body, String field) {
        var id = AdminApi.id(tenant.user("a@example.org", "[]"));

        assertInvalid(AdminApi.post(users + "/" + id + "/tokens", body), field);
    }

    @Test
    void endsTheTokensOfADeletedPerson() {
        var id = AdminApi.id(tenant.user("a@example.org", "[]"));
        tenant.userToken(id, "bearer");

        assertThat(AdminApi.delete(users + "/" + id).status()).isEqualTo(204);

        assertThat(AdminApi.get(tenant.path("/credentials"))
                        .json()
                        .at("/items/0/revokedAt")
                        .asText())
                .startsWith("20");
        assertProblem(AdminApi.get(users + "/" + id), 404);
        assertProblem(AdminApi.post(users + "/" + id + "/tokens", "{\"kind\":\"bearer\"}"), 404);
    }

    @Test
    void showsNothingToAnotherTenant() {
        var id = AdminApi.id(tenant.user("a@example.org", "[]"));
        var foreign = Admin.tenant().path("/users/" + id);

        assertProblem(AdminApi.get(foreign), 404);
        assertProblem(AdminApi.patch(foreign, "{\"firstName\":\"X\"}"), 404);
        assertProblem(AdminApi.delete(foreign), 404);
        assertProblem(AdminApi.post(foreign + "/tokens", "{\"kind\":\"bearer\"}"), 404);
    }

    @Test
    void listsInPagesOldestFirst() {
        var ids = Stream.of("a", "b", "c", "d", "e")
                .map(name -> AdminApi.id(tenant.user(name + "@example.org", "[]")))
                .toList();

        assertThat(AdminApi.pages(users)).isEqualTo(List.of(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5)));
    }
}

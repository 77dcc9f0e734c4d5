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

/** {@code /tenants/{tenant}/applications} by HTTP against the real server. */
class AdminApplicationsIT {
    private Admin.Tenant tenant;
    private String applications;

    @BeforeEach
    void provision() {
        tenant = Admin.tenant();
        applications = tenant.path("/applications");
    }

    @Test
    void answersTheWholeApplication() {
        var answer = AdminApi.post(applications, "{\"name\":\"PMS\",\"settings\":{\"rateLimit\":500}}");

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "number": "${json-unit.any-number}", "name": "PMS",
                         "settings": {"rateLimit": 500}, "createdAt": "%s"}"""
                                .formatted(AdminApi.ANY_ID, AdminApi.ANY_TIME));
        assertThat(AdminApi.get(applications + "/" + AdminApi.id(answer.json())).json())
                .isEqualTo(answer.json());
    }

    @Test
    void hasNoSettingsUntilSomeAreSent() {
        var answer = AdminApi.post(applications, "{\"name\":\"PMS\"}");

        assertThatJson(answer.body()).inPath("settings").isEqualTo("{}");
    }

    @Test
    void mergesSettingsMemberByMember() {
        var path = applications + "/" + tenant.application("{\"rateLimit\":500}");

        var renamed = AdminApi.patch(path, "{\"name\":\"New\",\"settings\":{}}");
        var cleared = AdminApi.patch(path, "{\"settings\":{\"rateLimit\":null}}");

        assertThatJson(renamed.body()).inPath("settings").isEqualTo("{\"rateLimit\":500}");
        assertThatJson(cleared.body()).inPath("settings").isEqualTo("{}");
        assertThatJson(cleared.body()).inPath("name").isEqualTo("New");
    }

    @Test
    void dropsAllSettingsByNull() {
        var path = applications + "/" + tenant.application("{\"rateLimit\":500}");

        assertThatJson(AdminApi.patch(path, "{\"settings\":null}").body())
                .inPath("settings")
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\":\"a\",\"settings\":[]} | settings",
                "{\"name\":\"a\",\"settings\":\"x\"} | settings",
                "{\"name\":\"a\",\"settings\":{\"nope\":1}} | settings.nope",
                "{\"name\":\"a\",\"settings\":{\"rateLimit\":{}}} | settings.rateLimit",
                "{\"name\":\"a\",\"number\":1} | number"
            })
    void refusesWrongMembers(String body, String field) {
        assertInvalid(AdminApi.post(applications, body), field);
    }

    @Test
    void namesTheSettingsThereAre() {
        var answer = AdminApi.post(applications, "{\"name\":\"a\",\"settings\":{\"nope\":1}}");

        assertThat(answer.json().at("/errors/0/detail").asText()).contains("rateLimit");
    }

    @Test
    void endsTheCredentialsOfADeletedApplicationAtOnce() {
        var client = new MessagesOfATenant(tenant);
        assertThat(client.post("before").status()).isEqualTo(200);

        assertThat(AdminApi.delete(applications + "/" + client.application).status())
                .isEqualTo(204);

        assertThat(client.post("after").status()).isEqualTo(401);
        assertProblem(AdminApi.get(applications + "/" + client.application), 404);
        assertProblem(AdminApi.delete(applications + "/" + client.application), 404);
        assertProblem(
                AdminApi.post(applications + "/" + client.application + "/credentials", "{\"kind\":\"bearer\"}"), 404);
    }

    @Test
    void showsNothingToAnotherTenant() {
        var id = tenant.application("{}");
        var foreign = Admin.tenant().path("/applications/" + id);

        assertProblem(AdminApi.get(foreign), 404);
        assertProblem(AdminApi.patch(foreign, "{\"name\":\"mine\"}"), 404);
        assertProblem(AdminApi.delete(foreign), 404);
        assertProblem(AdminApi.post(foreign + "/credentials", "{\"kind\":\"bearer\"}"), 404);
    }

    @Test
    void listsInPagesOldestFirst() {
        var ids = Stream.generate(() -> tenant.application("{}")).limit(5).toList();

        assertThat(AdminApi.pages(applications))
                .isEqualTo(List.of(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5)));
    }
}

package io.parlance.admin;

import static io.parlance.admin.AdminApi.assertCreated;
import static io.parlance.admin.AdminApi.assertInvalid;
import static io.parlance.admin.AdminApi.assertProblem;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /tenants} by HTTP against the real server. */
class AdminTenantsIT {
    private final String slug = "t-" + UUID.randomUUID();

    @Test
    void answersTheWholeTenant() {
        var answer = AdminApi.post("/tenants", body(slug));

        assertCreated(answer);
        assertThatJson(answer.body())
                .isEqualTo(
                        """
                        {"id": "%s", "slug": "%s", "name": "Acme", "status": "active",
                         "retentionDays": null, "createdAt": "%s"}"""
                                .formatted(AdminApi.ANY_ID, slug, AdminApi.ANY_TIME));
    }

    @Test
    void findsATenantByIdInAnyCaseAndBySlug() {
        var created = AdminApi.post("/tenants", body(slug)).json();
        var id = AdminApi.id(created);

        for (var name : new String[] {id, id.toUpperCase(Locale.ROOT), slug}) {
            var found = AdminApi.get("/tenants/" + name);
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.json()).isEqualTo(created);
        }
    }

    @Test
    void refusesASlugThatIsTaken() {
        AdminApi.post("/tenants", body(slug));

        assertProblem(AdminApi.post("/tenants", body(slug)), 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "-a", "a-", "a b", "ä", "a_b"})
    void refusesASlugThatIsNoPartOfAnAddress(String wrong) {
        assertProblem(AdminApi.post("/tenants", body(wrong)), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | slug,name",
                "{\"slug\":\"a\"} | name",
                "{\"slug\":\"a\",\"name\":null} | name",
                "{\"slug\":\"a\",\"name\":\" \"} | name",
                "{\"slug\":\"a\",\"name\":5} | name",
                "{\"slug\":\"a\",\"name\":\"b\",\"retentionDays\":0} | retentionDays",
                "{\"slug\":\"a\",\"name\":\"b\",\"Name\":\"c\",\"id\":1} | Name,id"
            })
    void namesEveryWrongMember(String body, String fields) {
        assertInvalid(AdminApi.post("/tenants", body), fields.split(","));
    }

    @Test
    void changesWhatIsSentAndKeepsTheRest() {
        AdminApi.post("/tenants", body(slug));

        var renamed = AdminApi.patch("/tenants/" + slug, "{\"name\":\"New\"}");
        var suspended = AdminApi.patch("/tenants/" + slug, "{\"status\":\"suspended\"}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThatJson(suspended.body())
                .isObject()
                .containsEntry("name", "New")
                .containsEntry("status", "suspended")
                .containsEntry("slug", slug);
        assertThat(AdminApi.get("/tenants/" + slug).json()).isEqualTo(suspended.json());
    }

    @Test
    void setsTheRetentionAndTakesItBack() {
        var created =
                AdminApi.post("/tenants", "{\"slug\":\"%s\",\"name\":\"A\",\"retentionDays\":36500}".formatted(slug));
        var shorter = AdminApi.patch("/tenants/" + slug, "{\"retentionDays\":1}");
        var renamed = AdminApi.patch("/tenants/" + slug, "{\"name\":\"B\"}");
        var unlimited = AdminApi.patch("/tenants/" + slug, "{\"retentionDays\":null}");

        assertThat(created.json().path("retentionDays").asInt()).isEqualTo(36_500);
        assertThat(shorter.json().path("retentionDays").asInt()).isEqualTo(1);
        assertThat(renamed.json().path("retentionDays").asInt()).isEqualTo(1);
        assertThat(unlimited.json().path("retentionDays").isNull()).isTrue();
        assertThat(AdminApi.get("/tenants/" + slug).json()).isEqualTo(unlimited.json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"asleep\"} | status",
                "{\"slug\":\"b\"} | slug",
                "{\"name\":null} | name",
                "{\"retentionDays\":0} | retentionDays",
                "{\"retentionDays\":36501} | retentionDays",
                "{\"retentionDays\":\"1\"} | retentionDays",
                "{\"retentionDays\":1.5} | retentionDays"
            })
    void refusesAChangeThatIsNotPossible(String body, String field) {
        AdminApi.post("/tenants", body(slug));

        assertInvalid(AdminApi.patch("/tenants/" + slug, body), field);
    }

    @Test
    void removesATenantOnlyWithItsSlugRepeated() {
        var id = AdminApi.id(AdminApi.post("/tenants", body(slug)).json());

        assertInvalid(AdminApi.delete("/tenants/" + id), "confirm");
        assertInvalid(AdminApi.delete("/tenants/" + id + "?confirm=" + id), "confirm");
        var deleted = AdminApi.delete("/tenants/" + id + "?confirm=" + slug);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertProblem(AdminApi.get("/tenants/" + id), 404);
        assertProblem(AdminApi.delete("/tenants/" + id + "?confirm=" + slug), 404);
    }

    @Test
    void removesATenantWithAllItOwns() throws SQLException {
        var tenant = Admin.tenant();
        var owned = new MessagesOfATenant(tenant);
        owned.post("hello");
        var person = AdminApi.id(tenant.user("a@example.org", "[]"));
        tenant.thread("{\"dialect\":\"travtus\",\"participants\":[\"%s\"]}".formatted(person));
        assertThat(tablesWithRowsOf(tenant)).contains("message", "thread_participant", "outbox_event");
        var slugOfTenant =
                AdminApi.get("/tenants/" + tenant.id()).json().path("slug").asText();

        assertThat(AdminApi.delete("/tenants/" + tenant.id() + "?confirm=" + slugOfTenant)
                        .status())
                .isEqualTo(204);

        assertThat(owned.post("again").status()).isEqualTo(401);
        assertThat(tablesWithRowsOf(tenant)).isEmpty();
    }

    /** Looks into every table there is, so that a new one cannot be forgotten. */
    private static List<String> tablesWithRowsOf(Admin.Tenant tenant) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = TestServer.connect();
                var statement = connection.createStatement();
                var other = connection.createStatement()) {
            var tables = statement.executeQuery("select table_name from information_schema.columns"
                    + " where column_name = 'tenant_id' and table_schema = 'public' order by 1");
            while (tables.next()) {
                var table = tables.getString(1);
                var rows = other.executeQuery(
                        "select 1 from %s where tenant_id = '%s' limit 1".formatted(table, tenant.id()));
                if (rows.next()) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    @Test
    void suspendsATenantAtOnceAndLetsItBackAtOnce() {
        var tenant = Admin.tenant();
        var owned = new MessagesOfATenant(tenant);
        assertThat(owned.post("before").status()).isEqualTo(200);

        AdminApi.patch("/tenants/" + tenant.id(), "{\"status\":\"suspended\"}");
        assertThat(owned.post("meanwhile").status()).isEqualTo(401);

        AdminApi.patch("/tenants/" + tenant.id(), "{\"status\":\"active\"}");
        assertThat(owned.post("after").status()).isEqualTo(200);
    }

    @Test
    void listsTenantsInPages() {
        var ids = Stream.generate(() -> AdminApi.id(AdminApi.post("/tenants", body("t-" + UUID.randomUUID()))
                        .json()))
                .limit(5)
                .toList();

        var first = AdminApi.get("/tenants?limit=2&cursor=" + ids.get(0)).json();
        var second = AdminApi.get(
                        "/tenants?limit=2&cursor=" + first.path("nextCursor").asText())
                .json();

        assertThat(first.path("items").findValuesAsText("id")).containsExactly(ids.get(1), ids.get(2));
        assertThat(second.path("items").findValuesAsText("id")).containsExactly(ids.get(3), ids.get(4));
    }

    private static String body(String slug) {
        return "{\"slug\":\"%s\",\"name\":\"Acme\"}".formatted(slug);
    }
}

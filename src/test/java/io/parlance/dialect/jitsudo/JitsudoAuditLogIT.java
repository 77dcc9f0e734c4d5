package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Admin;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/audit-log}: what is in it, and that it stays. */
class JitsudoAuditLogIT {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();
    private final String ada = jitsudo.token(jitsudo.adaId(), "jwt");

    @Test
    void tellsOfAPostedMessageByTheMessageItself() {
        var message = jitsudo.call("POST", "/requests/" + jitsudo.accessRequest() + "/messages")
                .bearer(ada)
                .json("{\"content\":\"please\"}")
                .send()
                .json();

        assertThat(jitsudo.audit("")).singleElement().satisfies(entry -> assertThatJson(entry)
                .isEqualTo(
                        """
                {
                  "id": "%s",
                  "actor_id": "%s",
                  "actor_type": "user",
                  "action": "request.message_created",
                  "resource_type": "access_request",
                  "resource_id": "%s",
                  "metadata": {},
                  "created_at": "%s"
                }"""
                                .formatted(
                                        message.path("id").asText(),
                                        jitsudo.adaId(),
                                        jitsudo.accessRequest(),
                                        message.path("created_at").asText())));
    }

    @Test
    void tellsWhatWasRefusedAndWhy() {
        jitsudo.call("POST", "/requests/" + jitsudo.accessRequest() + "/approve")
                .bearer(jitsudo.person("ben", "[]"))
                .send();

        assertThat(jitsudo.audit("?action=request.refused")).singleElement().satisfies(entry -> {
            assertThatJson(entry)
                    .isObject()
                    .containsEntry("actor_type", "user")
                    .containsEntry("resource_id", jitsudo.accessRequest())
                    .containsKey("reasoning");
            assertThatJson(entry).inPath("metadata.policy_action").isEqualTo("approve");
            assertThatJson(entry).inPath("metadata.notices").isArray();
        });
    }

    /** Random, so that PostgreSQL cannot make them shorter. */
    @Test
    void findsARefusalByTheLongestIdOfAResource() {
        var forbid =
                "{\"name\":\"Frozen\",\"max_duration_seconds\":60,\"cedar_policy_set\":\"forbid(principal, action, resource);\"}";
        jitsudo.withKey("POST", "/policies").json(forbid).send();
        var wish = "{\"resource\":{\"type\":\"aws_s3_bucket\",\"id\":\"%s\"},\"action\":\"read\"}";
        var longest = letters('!', 'Z', 2048).replace('"', '#');

        var denied = jitsudo.withKey("POST", "/requests")
                .json(wish.formatted(longest))
                .send();
        assertThat(denied.status()).as(denied.body()).isEqualTo(403);
        assertThat(jitsudo.audit("?action=request.refused"))
                .extracting(entry -> entry.path("resource_id").asText())
                .containsExactly(longest);

        var tooLong = jitsudo.withKey("POST", "/requests")
                .undocumented()
                .json(wish.formatted(letters('\u4e00', '\u9fa5', 2048)))
                .send();
        assertThat(tooLong.status()).as(tooLong.body()).isEqualTo(400);
        assertThatJson(tooLong.body()).inPath("details.field").isEqualTo("resource.id");
    }

    private static String letters(char first, char last, int count) {
        return new Random(1)
                .ints(count, first, last + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void findsByEachFilter() {
        var before = Instant.now().minusSeconds(60);
        jitsudo.ask("");
        var asked = jitsudo.call("POST", "/requests")
                .bearer(ada)
                .json(JitsudoTenant.wish(""))
                .send()
                .json();
        jitsudo.say("{\"content\":\"x\"}");

        assertThat(jitsudo.audit("")).hasSize(3);
        assertThat(jitsudo.audit("?actor_id=" + jitsudo.adaId().toUpperCase(Locale.ROOT)))
                .extracting(entry -> entry.path("resource_id").asText())
                .containsExactly(asked.path("id").asText());
        assertThat(jitsudo.audit("?resource_id=" + asked.path("id").asText().toUpperCase(Locale.ROOT)))
                .hasSize(1);
        assertThat(jitsudo.audit("?resource_type=access_request")).hasSize(3);
        assertThat(jitsudo.audit("?resource_type=policy")).isEmpty();
        assertThat(jitsudo.audit("?action=request.message_created")).hasSize(1);
        assertThat(jitsudo.audit("?action=request.created")).hasSize(2);
        assertThat(jitsudo.audit("?from=" + before)).hasSize(3);
        assertThat(jitsudo.audit("?to=" + before)).isEmpty();
        assertThat(jitsudo.audit("?from=" + before + "&to=" + Instant.now().plusSeconds(60)))
                .hasSize(3);
    }

    @Test
    void pagesFromTheNewestEntryOn() {
        for (int i = 0; i < 5; i++) {
            jitsudo.ask("");
            jitsudo.say("{\"content\":\"x\"}");
        }
        var found = new ArrayList<String>();
        var query = "?limit=3";
        JsonNode page;
        do {
            page = jitsudo.withKey("GET", "/audit-log" + query).send().json();
            page.path("data").forEach(entry -> found.add(entry.path("id").asText()));
            query = "?limit=3&cursor=" + page.path("next_cursor").asText();
        } while (page.path("has_more").asBoolean());

        assertThat(page.has("next_cursor")).isFalse();
        assertThat(found).hasSize(10).doesNotHaveDuplicates();
        assertThat(jitsudo.audit(""))
                .extracting(entry -> entry.path("id").asText())
                .containsExactlyElementsOf(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-11-21",
                "from=%2B999999999-01-01T00:00:00Z",
                "to=-0001-01-01T00:00:00Z",
                "action=%00",
                "actor_id=a%00",
                "limit=251",
                "cursor=x"
            })
    void refusesAWrongParameter(String query) {
        var answer =
                jitsudo.withKey("GET", "/audit-log?" + query).undocumented().send();

        assertThat(answer.status()).isEqualTo(400);
        assertThatJson(answer.body()).inPath("details.parameter").isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void readsTimesOfAnyYearAndOffset() {
        jitsudo.ask("");

        assertThat(jitsudo.audit("?from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59Z"))
                .hasSize(1);
    }

    @Test
    void showsNothingOfAnotherTenant() {
        jitsudo.ask("");

        assertThat(JitsudoTenant.provision().audit("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set action = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void cannotBeChangedByTheServersOwnDatabaseUser(String statement) throws SQLException {
        jitsudo.ask("");
        try (var connection = TestServer.connect();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.executeUpdate(statement)).hasMessageContaining("append-only");
        }

        assertThat(jitsudo.audit("")).hasSize(1);
    }

    @Test
    void goesWithItsTenant() throws SQLException {
        jitsudo.ask("");
        var slug = Admin.get("/tenants/" + jitsudo.id()).json().path("slug").asText();

        assertThat(Admin.call("DELETE", "/tenants/" + jitsudo.id() + "?confirm=" + slug, "")
                        .status())
                .isEqualTo(204);
        for (var table : List.of("audit_entry", "thread_deadline", "thread_note", "thread")) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    private long rows(String table) throws SQLException {
        try (var connection = TestServer.connect();
                var query =
                        connection.prepareStatement("select count(*) from " + table + " where tenant_id = ?::uuid")) {
            query.setString(1, jitsudo.id());
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}

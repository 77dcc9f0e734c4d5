package io.parlance.dialect.jitsudo;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.Answer;
import io.parlance.it.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What happens by itself: requests expire, and what a crash left is delivered; each once, whatever other nodes do. */
class JitsudoExpiryIT {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();
    private final String grace = jitsudo.person("grace", "[\"approvers\"]");

    @Test
    void expiresWhatNobodyDecidedWithOneMessage() throws SQLException {
        var asked = jitsudo.ask("");
        var later = jitsudo.ask("");
        makeOverdue(asked);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(contents(asked))
                .containsExactly("The request expired: nobody decided in time."));
        assertThatJson(get(asked).body())
                .isObject()
                .containsEntry("status", "expired")
                .containsEntry("decided_by", null);
        assertThat(audit(asked)).containsExactly("request.expired", "request.created");
        assertThat(jitsudo.call("POST", path(asked) + "/approve")
                        .bearer(grace)
                        .send()
                        .status())
                .isIn(400, 403);
        assertThatJson(jitsudo.postTo(id(asked))
                        .bearer(grace)
                        .json("{\"content\":\"too late\"}")
                        .send()
                        .body())
                .inPath("notices")
                .isArray()
                .containsExactly("This access request is closed; it takes no more messages.");
        assertThatJson(get(later).body()).inPath("status").isEqualTo("pending");
    }

    /** The other one has changed the status, and dies before it has told so: nothing of that counts. */
    @Test
    void expiresOnceWhereAnotherNodeDiesInTheMiddle() throws SQLException {
        var asked = jitsudo.ask("");
        try (var node = TestServer.connect()) {
            node.setAutoCommit(false);
            change(node, "update thread set status = 'expired' where id = ?::uuid and status = 'pending'", asked);
            makeOverdue(asked);
            await().atMost(Duration.ofSeconds(30)).until(() -> isWaitingFor(node));
            node.rollback();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(contents(asked)).hasSize(1));
        assertThat(audit(asked)).containsExactly("request.expired", "request.created");
    }

    /** The other one was first. */
    @Test
    void doesNotExpireWhatAnotherNodeHasJustAnswered() throws SQLException {
        var asked = jitsudo.ask("");
        try (var node = TestServer.connect()) {
            node.setAutoCommit(false);
            change(node, "update thread set status = 'approved' where id = ?::uuid", asked);
            makeOverdue(asked);
            await().atMost(Duration.ofSeconds(30)).until(() -> isWaitingFor(node));
            change(node, "delete from thread_deadline where thread_id = ?::uuid", asked);
            node.commit();
        }
        var next = jitsudo.ask("");
        makeOverdue(next);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(contents(next)).hasSize(1));
        assertThat(contents(asked)).isEmpty();
        assertThatJson(get(asked).body()).inPath("status").isEqualTo("approved");
        assertThat(audit(asked)).containsExactly("request.created");
    }

    @Test
    void deliversWhatACrashLeftOnce() throws SQLException {
        var asked = jitsudo.ask("");
        leave(asked, "left behind");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(contents(asked)).containsExactly("left behind"));
        await().untilAsserted(() -> assertThat(left(asked)).isZero());
        assertThat(contents(asked)).containsExactly("left behind");
    }

    private static void makeOverdue(JsonNode accessRequest) throws SQLException {
        update(
                "update thread_deadline set due_at = now() - interval '1 second' where thread_id = ?::uuid",
                accessRequest);
    }

    /** As if the server had died between the change and its message. */
    private static void leave(JsonNode accessRequest, String text) throws SQLException {
        update(
                "insert into thread_note (tenant_id, id, thread_id, dialect, author_type, author_id, body, attributes,"
                        + " created_at) select tenant_id, gen_random_uuid(), id, dialect, 'system', 'system', '" + text
                        + "', '{}', now() - interval '1 minute' from thread where id = ?::uuid",
                accessRequest);
    }

    private static void update(String sql, JsonNode accessRequest) throws SQLException {
        try (var connection = TestServer.connect()) {
            change(connection, sql, accessRequest);
        }
    }

    private static void change(Connection connection, String sql, JsonNode accessRequest) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id(accessRequest));
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    /** Whether somebody waits for what this connection has locked. */
    private static boolean isWaitingFor(Connection connection) throws SQLException {
        try (var other = TestServer.connect();
                var query = other.prepareStatement(
                        "select count(*) > 0 from pg_stat_activity where ? = any(pg_blocking_pids(pid))")) {
            query.setInt(1, connection.unwrap(PGConnection.class).getBackendPID());
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long left(JsonNode accessRequest) throws SQLException {
        try (var connection = TestServer.connect();
                var query = connection.prepareStatement("select count(*) from thread_note where thread_id = ?::uuid")) {
            query.setString(1, id(accessRequest));
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static String id(JsonNode accessRequest) {
        return accessRequest.path("id").asText();
    }

    private static String path(JsonNode accessRequest) {
        return "/requests/" + id(accessRequest);
    }

    private Answer get(JsonNode accessRequest) {
        return jitsudo.withKey("GET", path(accessRequest)).send();
    }

    private List<String> contents(JsonNode accessRequest) {
        return jitsudo.messages(id(accessRequest)).findValuesAsText("content");
    }

    private List<String> audit(JsonNode accessRequest) {
        return jitsudo.audit("?resource_id=" + id(accessRequest)).stream()
                .map(entry -> entry.path("action").asText())
                .filter(action -> !action.equals("request.refused"))
                .toList();
    }
}

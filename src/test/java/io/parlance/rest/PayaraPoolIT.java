package io.parlance.rest;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.parlance.it.AdminClient;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The WAR with a pool that is Payara's, not its own. */
class PayaraPoolIT {
    private static final String NAMES =
            """
            select application_name from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()""";

    @BeforeAll
    static void needsPayara() {
        assumeThat(TestServer.kind()).isEqualTo("payara");
    }

    @Test
    void storesAndListsAMessage() throws SQLException {
        var tenant = new AdminClient(ProbeServer.baseUri(), TestServer.adminToken()).tenant();
        var token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
                .path("token")
                .asText();
        var group = tenant.group("G", "").path("id").asText();

        var answer = Http.post("/messages/")
                .to(ProbeServer.baseUri())
                .bearer(token)
                .json(
                        "{\"group_id\":\"%s\",\"channel\":\"review\",\"review\":{\"review_id\":\"r\",\"comment\":\"Lovely\"}}"
                                .formatted(group))
                .send();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThatJson(tenant.messages().toString()).inPath("[*].text").isEqualTo("[\"Lovely\"]");
        assertPoolIsUsed();
    }

    /** The WAR's own pool gives its connections its name. */
    private static void assertPoolIsUsed() throws SQLException {
        try (var connection = TestServer.database().connect(ProbeServer.DATABASE);
                var rows = connection.createStatement().executeQuery(NAMES)) {
            int open = 0;
            for (; rows.next(); open++) {
                assertThat(rows.getString(1)).isNotEqualTo("parlance");
            }
            assertThat(open).isBetween(1, ProbeServer.MAX_CONNECTIONS);
        }
    }
}

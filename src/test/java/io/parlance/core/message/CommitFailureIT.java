package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Admin;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client gets, and what is stored, when PostgreSQL refuses at COMMIT. */
class CommitFailureIT {
    private final Admin.Tenant tenant = Admin.tenant();
    private final String token = tenant.credential(tenant.application("{}"), "{\"kind\":\"bearer\"}")
            .path("token")
            .asText();

    @BeforeEach
    void refuseAtCommit() throws SQLException {
        tenant.group("G", ",\"alias\":\"g\"");
        execute("create function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''refused at commit''; end'");
        execute("create constraint trigger refuse after insert on outbox_event deferrable initially deferred"
                + " for each row when (new.tenant_id = '" + tenant.id() + "') execute function refuse()");
    }

    @AfterEach
    void acceptAgain() throws SQLException {
        execute("drop trigger refuse on outbox_event");
        execute("drop function refuse()");
    }

    @Test
    void answersTheDialectsOwnServerErrorAndStoresNothing() {
        var answer = Http.post("/messages/")
                .bearer(token)
                .json("{\"group_id\":\"g\",\"channel\":\"review\",\"review\":{\"review_id\":\"r\"}}")
                .send();

        // Payara hides why a commit failed, so there it looks like an outage
        assertThat(answer.status()).isIn(500, 503);
        assertThat(answer.body())
                .isIn(
                        "{\"error\":{\"message\":\"An error occurred while creating the message.\"}}",
                        "{\"message\":\"Service Unavailable\"}");
        assertThat(tenant.messages()).isEmpty();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestServer.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.it.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a pooled connection whose PostgreSQL process ends. */
class LastingConnectionIT {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = LastingConnection.by(TestServer::connect);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void opensAnotherConnectionForTheNextUse() throws SQLException {
        int first = process();
        end(first);

        assertThatThrownBy(this::process).isInstanceOf(SQLException.class);

        assertThat(process()).isNotEqualTo(first);
    }

    @Test
    void failsTheRestOfTheTransactionThatWasRunning() throws SQLException {
        connection.setAutoCommit(false);
        end(process());

        assertThatThrownBy(this::process).isInstanceOf(SQLException.class);
        assertThatThrownBy(this::process).isInstanceOf(SQLException.class);
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);

        connection.setAutoCommit(true);
        assertThat(process()).isPositive();
    }

    @Test
    void beginsATransactionOnAnotherConnection() throws SQLException {
        end(process());
        assertThatThrownBy(this::process).isInstanceOf(SQLException.class);

        connection.setAutoCommit(false);

        assertThat(process()).isPositive();
        connection.rollback();
    }

    @Test
    void staysClosedWhenItsPoolClosesIt() throws SQLException {
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(this::process).isInstanceOf(SQLException.class);
    }

    @Test
    void tellsThatItsProcessHasEnded() throws SQLException {
        end(process());
        assertThatThrownBy(this::process).isInstanceOf(SQLException.class);

        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void sendsArraysOfUuidsWithTheirNulls() throws SQLException {
        assertThat(echo(new UUID(1, -2), null, new UUID(-3, 4)))
                .isEqualTo("{%s,NULL,%s}", new UUID(1, -2), new UUID(-3, 4));
        assertThat(echo()).isEqualTo("{}");
    }

    private String echo(@Nullable UUID... uuids) throws SQLException {
        try (var statement = connection.prepareStatement("select (?::uuid[])::text")) {
            statement.setArray(1, connection.createArrayOf("uuid", uuids));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private int process() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void end(int process) throws SQLException {
        try (var other = TestServer.connect();
                var statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(%d, 5000)".formatted(process));
        }
    }
}

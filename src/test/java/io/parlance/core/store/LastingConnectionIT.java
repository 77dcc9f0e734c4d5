package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.it.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
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

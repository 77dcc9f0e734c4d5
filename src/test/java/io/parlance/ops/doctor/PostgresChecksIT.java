package io.parlance.ops.doctor;

import static io.parlance.ops.doctor.Findings.assertFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.doctor.Finding.State;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The questions to PostgreSQL, asked of one that is broken where an owner of a database can break it. */
class PostgresChecksIT {
    private static final String DATABASE = "parlance_doctor";
    private static Sql sql;

    @BeforeAll
    static void connect() {
        sql = TestSql.on(DATABASE);
    }

    @AfterEach
    void mend() {
        set("reset all");
    }

    @Test
    void seesTheClockOfThisMachineGoWrong() {
        var check = new ClockCheck();
        check.sql = sql;
        assertThat(check.run().state()).isEqualTo(State.OK);

        check.clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        assertFound(check.run(), State.FAILED, "The clock of PostgreSQL is 3600.");
    }

    @Test
    void seesSessionsThatMayNotWrite() {
        var check = new PostgresWritableCheck();
        check.sql = sql;
        assertThat(check.run().state()).isEqualTo(State.OK);

        set("set default_transaction_read_only = on");
        assertFound(check.run(), State.FAILED, "read-only");
    }

    @Test
    void seesStatementsThatNeverEnd() {
        var check = new StatementTimeoutCheck();
        check.sql = sql;
        assertFound(check.run(), State.WARNING, "statement_timeout is 0");

        set("set statement_timeout = '7s'");
        assertFound(check.run(), State.OK, "7s");
    }

    @Test
    void measuresACommit() {
        var check = new CommitTimeCheck();
        check.sql = sql;
        assertThat(check.run().cause()).matches("A commit takes \\d+\\.\\d ms .*");
    }

    @Test
    void doesNotSeeTheDiskOfAnotherUser() {
        var check = new DatabaseDiskCheck();
        check.sql = sql;
        assertFound(check.run(), State.UNKNOWN, "MiB");
    }

    /** From another database, where a role that was told to write no more still may. */
    private static void set(String change) {
        var alter = "alter role " + TestServer.database().user() + " in database " + DATABASE + " " + change;
        try (var connection = TestServer.connect();
                var statement = connection.createStatement()) {
            statement.execute(alter);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

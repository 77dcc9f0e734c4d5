package io.parlance.ops.doctor;

import static io.parlance.ops.doctor.Findings.assertFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.doctor.Finding.State;
import io.parlance.core.store.Durability;
import io.parlance.core.store.PoolFacts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what PostgreSQL says to what an administrator reads. */
class PostgresRulesTest {
    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @CsvSource({"14, FAILED", "15, OK", "18, OK"})
    void wantsAVersionThatIsTested(int major, State state) {
        assertFound(PostgresVersionCheck.judge(major, major + ".1"), state, "PostgreSQL is " + major + ".1");
    }

    @ParameterizedTest
    @CsvSource({"off, FAILED", "on, OK", "local, OK", "remote_apply, OK"})
    void wantsCommitsThatWait(String setting, State state) {
        assertFound(SynchronousCommitCheck.judge(new Durability(true, setting, true)), state, setting);
    }

    @ParameterizedTest
    @CsvSource({"false, false, OK, primary", "true, true, FAILED, standby", "false, true, FAILED, read-only"})
    void wantsToWrite(boolean standby, boolean readOnly, State state, String word) {
        assertFound(PostgresWritableCheck.judge(standby, readOnly), state, word);
    }

    @ParameterizedTest
    @CsvSource({"49, OK, 49.0 ms", "50, WARNING, 50.0 ms"})
    void wantsAQuickDisk(long millis, State state, String words) {
        assertFound(CommitTimeCheck.judge(Duration.ofMillis(millis)), state, words);
    }

    @ParameterizedTest
    @CsvSource({
        "1999, OK, 2.0 s ahead of",
        "-1999, OK, 2.0 s behind",
        "2000, WARNING, 2.0 s ahead of",
        "-59999, WARNING, 60.0 s behind",
        "60000, FAILED, 60.0 s ahead of",
        "-3600000, FAILED, 3600.0 s behind"
    })
    void wantsOneTimeForAll(long millis, State state, String words) {
        assertFound(ClockCheck.judge(Duration.ofMillis(millis)), state, words);
    }

    @ParameterizedTest
    @CsvSource({"UTF8, OK", "SQL_ASCII, FAILED", "LATIN1, FAILED"})
    void wantsADatabaseForEveryText(String encoding, State state) {
        assertFound(DatabaseEncodingCheck.judge(encoding), state, encoding);
    }

    @ParameterizedTest
    @CsvSource({"25s, OK", "0, WARNING"})
    void wantsAnEndForEveryStatement(String timeout, State state) {
        assertFound(StatementTimeoutCheck.judge(timeout), state, timeout);
    }

    @Test
    void wantsAUserWithoutPower() {
        assertFound(DatabaseRoleCheck.judge("postgres", true), State.WARNING, "postgres");
        assertFound(DatabaseRoleCheck.judge("parlance", false), State.OK, "parlance");
    }

    @ParameterizedTest
    @CsvSource({
        "32, 97, -1, -1, 3, OK",
        "32, 31, -1, -1, 3, FAILED",
        "32, 97, 31, -1, 3, FAILED",
        "32, 97, 50, 31, 3, FAILED",
        "32, 97, -1, -1, 78, WARNING",
        "3, 20, 5, -1, 3, OK",
        "3, 20, 2, -1, 3, FAILED"
    })
    void wantsRoomForThePool(int wanted, int server, int role, int database, int used, State state) {
        var limits = new PostgresConnectionsCheck.Limits(server, role, database, used);
        assertFound(PostgresConnectionsCheck.judge(wanted, limits), state, used + " are open");
    }

    @Test
    void tellsWhosePoolItIs() {
        var own = new PoolFacts("java:app/jdbc/parlance");
        var servers = new PoolFacts("java:jboss/datasources/parlance");

        assertFound(ConnectionPoolCheck.judge(own, Duration.ofMillis(1)), State.OK, "the WAR's own, of at most 32");
        assertFound(ConnectionPoolCheck.judge(own, Duration.ofMillis(250)), State.WARNING, "took 250 ms");
        assertFound(ConnectionPoolCheck.judge(servers, Duration.ZERO), State.OK, "java:jboss/datasources/parlance");
        assertThat(ConnectionPoolCheck.judge(servers, Duration.ofSeconds(1)).remedy())
                .contains("the server's console");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, OK, No transaction is left open",
        "1, 0, 0, 0, WARNING, 1 transactions are open",
        "0, 2, 0, 0, WARNING, 2 sessions are idle",
        "0, 0, 3, 0, WARNING, 3 wait for a lock",
        "0, 0, 0, 4, WARNING, 4 prepared transactions"
    })
    void wantsNobodyToHoldUpOthers(int old, int idle, int blocked, int prepared, State state, String words) {
        var sessions = new LongTransactionsCheck.Sessions(old, idle, blocked, prepared, false);
        assertFound(LongTransactionsCheck.judge(sessions), state, words);
    }

    @Test
    void wantsVacuumToKeepUp() {
        assertFound(VacuumCheck.judge(true, 1000, null), State.OK, "keeps up");
        assertFound(VacuumCheck.judge(false, 1000, null), State.WARNING, "autovacuum or track_counts is off");
        assertFound(VacuumCheck.judge(true, 1000, "credential"), State.WARNING, "The table credential");
        assertFound(VacuumCheck.judge(true, 1_000_000_001, null), State.FAILED, "1000000001 transactions");
    }

    @Test
    void saysWhatItKnowsOfTheDisk() {
        assertFound(DatabaseDiskCheck.judge(3 * GIB, null), State.UNKNOWN, "The database has 3.0 GiB");
        assertFound(
                DatabaseDiskCheck.judge(GIB, new DiskRoom(GIB - 1, 2 * GIB)), State.FAILED, "1024.0 MiB of 2.0 GiB");
        assertFound(DatabaseDiskCheck.judge(GIB, new DiskRoom(GIB, 100 * GIB)), State.WARNING, "1.0 GiB of 100.0");
        assertFound(DatabaseDiskCheck.judge(GIB, new DiskRoom(50 * GIB, 100 * GIB)), State.OK, "50.0 GiB");
    }
}

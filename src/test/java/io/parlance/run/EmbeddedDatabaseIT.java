package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseIT {
    private static final Path DIRECTORY = BuildFiles.target().resolve("it/embedded-database");
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.temporary(DIRECTORY);

    @BeforeAll
    static void start() {
        DATABASE.start();
    }

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void isDurable() throws SQLException {
        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void keepsCommittedRowsWhenKilled() throws SQLException {
        execute("CREATE TABLE kept AS SELECT 42 AS answer");
        DATABASE.kill();
        DATABASE.restart();
        assertThat(query("SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void stopsTheOrphanOfAnEarlierRun() {
        var orphan = ProcessHandle.of(DATABASE.pid()).orElseThrow();
        DATABASE.start();
        assertThat(orphan.isAlive()).isFalse();
        assertThat(DATABASE.pid()).isNotEqualTo(orphan.pid());
    }

    @Test
    void makesAnotherDatabaseOnce() throws SQLException {
        DATABASE.createDatabase("another");
        DATABASE.createDatabase("another");
        assertThat(query("SELECT count(*) FROM pg_database WHERE datname = 'another'"))
                .isEqualTo("1");
    }

    @Test
    void refusesTheDataOfAnotherVersion() throws IOException {
        var old = Directories.fresh(BuildFiles.target().resolve("it/other-version"));
        Files.writeString(old.resolve("PG_VERSION"), "9.6\n");
        var database = EmbeddedDatabase.in(old);
        assertThatThrownBy(database::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("belongs to PostgreSQL 9.6");
    }

    private static String query(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

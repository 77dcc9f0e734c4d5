package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.kill.Clients;
import io.parlance.kill.Ledger;
import io.parlance.kill.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of the PostgreSQL of the two nodes, by the scripts of {@code server-config/postgresql}. */
class PostgresBackupIT extends PostgresScripts {
    @TempDir
    Path directory;

    @Test
    @SuppressWarnings("try") // the load runs by itself
    void restoresWhatWasBackedUp() throws SQLException {
        var ledger = new Ledger();
        var clients = new Clients(Cluster.get().admin());
        try (var ignored = new Load(ledger, Cluster.kinds(clients))) {
            Cluster.awaitSteadySuccess(ledger);
        }

        var file = backUp();
        var before = contents("parlance");
        script("restore.sh", file, "restored").run().assertDone();

        assertThat(contents("restored"))
                .isEqualTo(before)
                .containsKey("message")
                .containsKey("flyway_schema_history");
        assertThat(before.get("message").count()).isPositive();
        assertThat(sequences("restored")).isEqualTo(sequences("parlance"));
        assertThat(value("restored", "show synchronous_commit")).isEqualTo("on");
        assertThat(value("restored", "show jit")).isEqualTo("off");
        var again = script("restore.sh", file, "restored").run();
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.output()).contains("database restored is there already", "Nothing was changed");
        script("uninstall.sh", "-d", "restored", "-u", "nobody_s_role", "-x", "restored")
                .run()
                .assertDone();
    }

    @Test
    void leavesNoDatabaseBehindWhereABackupIsDamaged() throws IOException, SQLException {
        var file = Path.of(backUp());
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        var told = script("restore.sh", file.toString(), "damaged").run();
        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.output()).contains("is not what backup.sh wrote", "Nothing was changed");

        Files.delete(file.resolveSibling(file.getFileName() + ".sha256"));
        var failed = script("restore.sh", file.toString(), "damaged").run();
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("database damaged was deleted again");
        assertThat(value("parlance", "select count(*) from pg_database where datname = 'damaged'"))
                .isEqualTo("0");
    }

    @Test
    void keepsAsManyBackupsAsAsked() throws IOException {
        Files.writeString(directory.resolve("parlance-20200101T000000Z.dump"), "old");
        Files.writeString(directory.resolve("parlance-20200101T000000Z.dump.sha256"), "old");
        Files.writeString(directory.resolve("parlance-other.dump"), "somebody's");

        script("backup.sh", "-k", "1", directory.toString()).run().assertDone();

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(3)
                    .contains("parlance-other.dump")
                    .noneMatch(name -> name.contains("2020"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "0", "99999999999", "many", ""})
    void deletesNoBackupForACountThatIsNone(String count) throws IOException {
        Files.writeString(directory.resolve("parlance-20200101T000000Z.dump"), "old");

        var refused = script("backup.sh", "-k", count, directory.toString()).run();

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("-k takes a number", "Nothing was changed");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    private String backUp() {
        var done = script("backup.sh", directory.toString()).run().assertDone();
        return done.output().strip();
    }

    private record Contents(long count, String hash) {}

    /** Count and hash of all rows of each table that is written to disk in full. */
    private Map<String, Contents> contents(String name) throws SQLException {
        var tables = new TreeMap<String, Contents>();
        try (var connection = database.connect(name);
                var statement = connection.createStatement();
                var names = connection
                        .createStatement()
                        .executeQuery("select relname from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relkind in ('r', 'p') and relpersistence = 'p'")) {
            while (names.next()) {
                try (var row = statement.executeQuery("select count(*), coalesce(md5(string_agg(h, '' order by h)), '')"
                        + " from (select md5(t::text) as h from " + names.getString(1) + " t) hashes")) {
                    row.next();
                    tables.put(names.getString(1), new Contents(row.getLong(1), row.getString(2)));
                }
            }
        }
        return tables;
    }

    private String sequences(String name) throws SQLException {
        return value(
                name, "select string_agg(sequencename || last_value, ',' order by sequencename) from pg_sequences");
    }
}

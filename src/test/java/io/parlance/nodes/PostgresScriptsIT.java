package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of {@code server-config/postgresql}, run against the PostgreSQL of the two nodes. */
class PostgresScriptsIT extends PostgresScripts {
    @TempDir
    Path directory;

    @Test
    void installsTwiceAndUninstalls() throws SQLException {
        var install = script("install.sh", "-d", "hub", "-u", "hub_role", "-n", "-a", "192.0.2.0/24")
                .with("PARLANCE_DB_PASSWORD", "a \"quoted' password");
        assertThat(install.run().assertDone().output())
                .contains("role hub_role is made", "database hub is made", "lets 192.0.2.0/24 in");
        var rules = value("parlance", "select count(*) from pg_hba_file_rules");
        assertThat(install.run().assertDone().output())
                .contains("role hub_role is there", "database hub is there", "is as it should be")
                .doesNotContain("password is set");
        assertThat(value("parlance", "select count(*) from pg_hba_file_rules")).isEqualTo(rules);

        var kept = script("uninstall.sh", "-d", "hub", "-u", "hub_role").run().assertDone();
        assertThat(kept.output()).contains("-x hub deletes them", "to let them: grant connect");
        script("uninstall.sh", "-d", "hub", "-u", "hub_role", "-x", "hub").run().assertDone();

        assertThat(value("parlance", "select count(*) from pg_database where datname = 'hub'"))
                .isEqualTo("0");
        assertThat(value("parlance", "select count(*) from pg_roles where rolname = 'hub_role'"))
                .isEqualTo("0");
        assertThat(value("parlance", "select count(*) from pg_hba_file_rules where 'hub' = any(database)"))
                .isEqualTo("0");
        script("uninstall.sh", "-d", "hub", "-u", "hub_role", "-x", "hub").run().assertDone();
    }

    @Test
    void writesNoPasswordIntoTheServersLog() throws SQLException, IOException {
        var secret = "password-" + UUID.randomUUID();
        var file = Files.writeString(directory.resolve("password"), secret + "\n");
        change("alter system set log_statement = 'all'");
        try {
            var install = script("install.sh", "-d", "logged", "-u", "logged")
                    .with("PARLANCE_DB_PASSWORD_FILE", file.toString());
            assertThat(install.run().assertDone().output()).contains("its password is set");
            assertThat(install.run().assertDone().output()).doesNotContain("its password is set");
        } finally {
            change("alter system reset log_statement");
        }

        assertThat(Files.readString(database.logFile()))
                .contains("create role \"logged\"")
                .doesNotContain(secret);
        script("uninstall.sh", "-d", "logged", "-u", "logged", "-x", "logged")
                .run()
                .assertDone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create database theirs",
                "create database theirs owner parlance encoding 'SQL_ASCII' locale 'C' template template0"
            })
    void changesNothingWhereTheDatabaseIsAnotherOne(String creation) throws SQLException {
        change(creation);
        try {
            var refused = script("install.sh", "-d", "theirs", "-u", "parlance").run();

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).contains("database theirs is there, but belongs to", "Nothing was changed");
            assertThat(value("parlance", "select datacl from pg_database where datname = 'theirs'"))
                    .isEqualTo("null");
        } finally {
            change("drop database theirs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "createrole", "createdb", "nologin"})
    void changesNothingWhereTheRoleMayDoMoreOrLess(String right) throws SQLException {
        change("create role theirs " + right);
        try {
            var refused = script("install.sh", "-d", "theirs", "-u", "theirs")
                    .with("PARLANCE_DB_PASSWORD", "password")
                    .run();

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).contains("role theirs is there, but as " + right, "Nothing was changed");
            assertThat(value("parlance", "select rolpassword from pg_authid where rolname = 'theirs'"))
                    .isEqualTo("null");
        } finally {
            change("drop role theirs");
        }
    }

    @Test
    void keepsThePasswordOfARoleThatMayEnterItsOwnDatabaseOnly() throws SQLException, IOException {
        var install = script("install.sh", "-d", "narrow", "-u", "narrow").with("PARLANCE_DB_PASSWORD", "password");
        install.run().assertDone();
        var rules = Path.of(value("parlance", "show hba_file"));
        var before = Files.readString(rules);
        Files.writeString(rules, "host narrow narrow all scram-sha-256\nhost all narrow all reject\n" + before);
        try {
            change("select 1");
            assertThat(install.run().assertDone().output()).doesNotContain("password is set");
            assertThat(install.with("PARLANCE_DB_PASSWORD", "another")
                            .run()
                            .assertDone()
                            .output())
                    .contains("password is set");
        } finally {
            Files.writeString(rules, before);
            change("select 1");
        }
        script("uninstall.sh", "-d", "narrow", "-u", "narrow", "-x", "narrow")
                .run()
                .assertDone();
    }

    @Test
    void saysWhatIsDoneWhereTheRulesCannotBeWritten() throws SQLException, IOException {
        var before = value("parlance", "select pg_read_file(current_setting('hba_file'))");

        var failed = installWithMv("exit 1");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("could not be written", "it is what it was", "run install.sh again");
        assertThat(value("parlance", "select pg_read_file(current_setting('hba_file'))"))
                .isEqualTo(before);
        script("uninstall.sh", "-d", "hub", "-u", "hub", "-x", "hub").run().assertDone();
    }

    @Test
    void hasPostgresReadTheRulesThatAKilledRunLeftUnread() throws SQLException, IOException {
        assertThat(installWithMv("/bin/mv \"$@\"; kill -9 $PPID").exitCode()).isNotZero();
        var read = value("parlance", "select pg_conf_load_time()");

        assertThat(script("install.sh", "-d", "hub", "-u", "hub", "-n", "-a", "192.0.2.0/24")
                        .run()
                        .assertDone()
                        .output())
                .contains("is as it should be");

        Awaitility.await().untilAsserted(() -> assertThat(value("parlance", "select pg_conf_load_time()"))
                .isNotEqualTo(read));
        script("uninstall.sh", "-d", "hub", "-u", "hub", "-x", "hub").run().assertDone();
    }

    /** Runs install.sh where mv is a script of these words. */
    private Command.Result installWithMv(String words) throws IOException {
        var mv = Files.writeString(directory.resolve("mv"), "#!/bin/sh\n" + words + "\n");
        assertThat(mv.toFile().setExecutable(true)).isTrue();
        return script("install.sh", "-d", "hub", "-u", "hub", "-n", "-a", "192.0.2.0/24")
                .with("PARLANCE_DB_PASSWORD", "password")
                .with("PATH", directory + ":" + InstalledPostgres.home().resolve("bin") + ":" + System.getenv("PATH"))
                .run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my hub", "o'brien", "a\"b", "../a", "-x", ""})
    void changesNothingForANameThatMeansSomethingElsewhere(String name) {
        var refused = script("install.sh", "-d", name)
                .with("PARLANCE_DB_PASSWORD", "password")
                .run();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("is no name to use here", "Nothing was changed");
    }

    @Test
    void letsIntoOneDatabaseOnlyWhateverItsName() throws SQLException {
        script("install.sh", "-d", "all", "-u", "all", "-n", "-a", "192.0.2.0/24")
                .with("PARLANCE_DB_PASSWORD", "password")
                .run()
                .assertDone();
        assertThat(value("parlance", "select pg_read_file(current_setting('hba_file'))"))
                .contains("host \"all\" \"all\" 192.0.2.0/24 scram-sha-256");
        script("uninstall.sh", "-d", "all", "-u", "all", "-x", "all").run().assertDone();
    }

    @Test
    void takesAwayItsOwnSettingsOnly() throws SQLException {
        script("install.sh", "-d", "mine", "-u", "mine")
                .with("PARLANCE_DB_PASSWORD", "password")
                .run()
                .assertDone();
        change("alter database mine set work_mem = '8MB'");

        script("uninstall.sh", "-d", "mine", "-u", "mine").run().assertDone();

        assertThat(value("mine", "show work_mem")).isEqualTo("8MB");
        assertThat(value("mine", "show jit")).isEqualTo("on");
        script("uninstall.sh", "-d", "mine", "-u", "mine", "-x", "mine").run().assertDone();
    }

    @Test
    void changesNothingForANetworkThatIsNone() {
        var refused = script("install.sh", "-a", "0.0.0.0/0 trust").run();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("Nothing was changed");
    }

    @Test
    void changesNothingForALineThatPostgresDoesNotTake() throws SQLException {
        var before = value("parlance", "select pg_read_file(current_setting('hba_file'))");
        var failed = script("install.sh", "-d", "parlance", "-u", "parlance", "-a", "10.0.0.0/99")
                .run();
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("the file is what it was");
        assertThat(value("parlance", "select pg_read_file(current_setting('hba_file'))"))
                .isEqualTo(before);
    }
}

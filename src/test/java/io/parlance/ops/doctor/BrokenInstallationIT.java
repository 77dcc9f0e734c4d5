package io.parlance.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.it.AdminClient;
import io.parlance.it.TestServer;
import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.EmbeddedDatabase;
import io.parlance.run.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One installation with as many things wrong at once as can be: each must be named. */
class BrokenInstallationIT {
    private static final String TOKEN = "admin-token-of-the-broken-installation";
    /** A parameter that takes the place of what the WAR's own pool sets; a pool of the server has its own options. */
    private static final String UNSAFE_SESSIONS = "?options=-c%20synchronous_commit%3Doff";

    private static EmbeddedDatabase database;
    private static AppServer server;
    private static Path folder;

    /** By rows that a real installation gets by neglect, by mistakes of others, or by mere time. */
    private static final String NEGLECT =
            """
            insert into tenant (id, slug, name, status, created_at, retention_days) values
              ('2489e9ad-2ee2-8e00-8ec9-32d5f69181c0', 'demo', 'Demo', 'active', now(), null),
              ('00000000-0000-7000-8000-000000000001', 'acme', 'Acme', 'active', now(), 30);
            insert into admin_token (id, name, secret_hash, created_at, generated)
              values (gen_random_uuid(), 'first', 'x', now(), true);
            insert into credential (tenant_id, id, kind, created_at, expires_at) values
              ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'BEARER', now(), now() - interval '1 day'),
              ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 'BEARER', now() - interval '31 days', null);
            insert into idempotency_key (tenant_id, caller_id, operation, key, fingerprint, answer, created_at)
              values (gen_random_uuid(), gen_random_uuid(), 'o', 'k', 'f', '', now() - interval '8 days');
            insert into attachment (tenant_id, id, number, owner_id, name, media_type, size, sha256, created_at)
              values ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), 1, gen_random_uuid(), 'n', 't', 0, 's',
                now() - interval '8 days');
            insert into thread_note (tenant_id, id, thread_id, dialect, author_type, author_id, body, attributes, created_at)
              values ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), gen_random_uuid(), 'd', 'a', 'i', 'b', '{}',
                now() - interval '3 minutes');
            alter role %s createrole;
            update flyway_schema_history set version = '209912312359'
              where installed_rank = (select max(installed_rank) from flyway_schema_history);
            """;

    @BeforeAll
    static void start() throws SQLException {
        folder = Directories.make(BuildFiles.target().resolve("it/doctor-" + TestServer.kind()));
        database = EmbeddedDatabase.temporary(folder.resolve("postgresql"))
                .with("fsync=off")
                .with("full_page_writes=off")
                .with("autovacuum=off")
                .with("max_connections=20")
                .with("superuser_reserved_connections=4")
                .start();
        var setup = ServerSetup.of(Directories.make(folder.resolve("server")), "127.0.0.1", settings())
                .withJvmOptions(List.of(
                        "-Xmx230m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=ISO-8859-1"));
        server = TestServer.another(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(BrokenInstallationIT::stop, "stop-doctor"));
        server.start();
        // first, or the note below is delivered before it is looked at
        execute("do $$ begin execute 'drop table message_' || to_char(now() at time zone 'utc', 'YYYY_MM'); end $$");
        execute(NEGLECT.formatted(database.user()));
    }

    private static Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        var ownPool = Set.of("payara", "bundle").contains(TestServer.kind());
        settings.put("parlance.db.url", database.jdbcUrl() + (ownPool ? UNSAFE_SESSIONS : ""));
        settings.put("parlance.db.user", database.user());
        settings.put("parlance.db.password", database.password());
        settings.put("parlance.db.statement-timeout-seconds", "0");
        settings.put("parlance.admin.token", TOKEN);
        settings.put("parlance.body.budget-bytes", "200000000");
        settings.put("parlance.policy.native-directory", "/proc");
        settings.put("parlance.intake.writers", "16");
        settings.put("parlance.intake.writer", "3");
        return settings;
    }

    @AfterAll
    static void stop() {
        server.stop();
        database.stop();
    }

    @Test
    void everythingThatIsWrongIsNamed() throws IOException {
        deleteTemporaryFiles();

        var report = examine();

        assertThat(states(report))
                .containsEntry("postgresql-reachable", "ok")
                .containsEntry("postgresql-fsync", "failed")
                .containsEntry("postgresql-synchronous-commit", hasOwnPool(report) ? "failed" : "ok")
                .containsEntry("postgresql-full-page-writes", "warning")
                .containsEntry("postgresql-vacuum", "warning")
                .containsEntry("postgresql-connections", "failed")
                .containsEntry("postgresql-role", "warning")
                .containsEntry("postgresql-statement-timeout", hasOwnPool(report) ? "warning" : "ok")
                .containsEntry("migrations", "failed")
                .containsEntry("partitions-ahead", "failed")
                .containsEntry("retention", "warning")
                .containsEntry("demo-data", "failed")
                .containsEntry("production-mode", "warning")
                .containsEntry("configuration", "warning")
                .containsEntry("master-key", "warning")
                .containsEntry("generated-admin-token", "warning")
                .containsEntry("expired-credentials", "warning")
                .containsEntry("unused-credentials", "warning")
                .containsEntry("idempotency-keys", "warning")
                .containsEntry("unused-files", "warning")
                .containsEntry("thread-notes", "warning")
                .containsEntry("policy-engine", "failed")
                .containsEntry("body-memory", "failed")
                .containsEntry("temporary-files", "failed")
                .containsEntry("heap", "warning")
                .containsEntry("encoding-and-time-zone", "warning");
        assertThat(report.path("state").asText()).isEqualTo("failed");
        for (var item : report.path("items")) {
            assertThat(item.path("remedy").isNull())
                    .isEqualTo(item.path("state").asText().equals("ok"));
        }
    }

    @Test
    void theCommandLineSaysSoToo() {
        var outcome = CommandLine.run(
                Map.of("PARLANCE_ADMIN_TOKEN", TOKEN), server.baseUri().toString());

        assertThat(outcome.output())
                .startsWith("failed at ")
                .containsPattern("\nfailed +postgresql-fsync +fsync is off");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsGoneIsNamedQuicklyAndTheRestIsUnknown() {
        database.stop();
        try {
            long start = System.nanoTime();
            var states = states(examine());

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Doctor.PATIENCE);
            assertThat(states)
                    .containsEntry("postgresql-reachable", "failed")
                    .containsEntry("postgresql-fsync", "unknown")
                    .containsEntry("migrations", "unknown")
                    .containsEntry("policy-engine", "failed");
        } finally {
            database.restart();
        }
    }

    @Test
    void noSecretIsShown() {
        assertThat(examine().toString()).doesNotContain(TOKEN, database.password());
    }

    /** A pool of the server has its own limit, which the script sets. */
    private static boolean hasOwnPool(JsonNode report) {
        return report.path("items").toString().contains("the WAR's own");
    }

    private static JsonNode examine() {
        var uri = server.baseUri().toString();
        var answer = new AdminClient(URI.create(uri.substring(0, uri.length() - 1)), TOKEN).get("/doctor");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, String> states(JsonNode report) {
        var states = new TreeMap<String, String>();
        report.path("items")
                .forEach(item -> states.put(
                        item.path("name").asText(), item.path("state").asText()));
        return states;
    }

    private static void deleteTemporaryFiles() throws IOException {
        try (var files = Files.walk(folder.resolve("server"))) {
            files.filter(file -> file.endsWith("parlance-bodies")).toList().forEach(Directories::delete);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.parlance.ops;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.it.AdminClient;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import io.parlance.run.AppServer;
import io.parlance.run.BuildFiles;
import io.parlance.run.Directories;
import io.parlance.run.Ports;
import io.parlance.run.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that somebody has configured with mistakes. */
class SettingsIT {
    private static final Path FOLDER =
            Directories.make(BuildFiles.target().resolve("it/settings-" + TestServer.kind()));
    private static final Path TOKEN = FOLDER.resolve("admin-token");
    private static final String FIRST_TOKEN = "first-admin-token-from-a-file";
    private static final AppServer SERVER =
            TestServer.another(setup().withSetting("parlance.admin.token-file", TOKEN.toString())
                    .withSetting("parlance.body.max-byte", "hunter2")
                    .withSetting("parlance.body.max-bytes", "4MB")
                    .withSetting("parlance.jwt.tenant-claim", "two$$dollars"));

    @BeforeAll
    static void start() throws IOException {
        TestServer.database().createDatabase("parlance_settings");
        Files.writeString(TOKEN, FIRST_TOKEN + "\n");
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void startsAndNamesWhatIsWrong() {
        assertThat(SERVER.logTail(10_000))
                .containsPattern(
                        "Settings: parlance\\.body\\.max-byte \\(.+\\) is no setting of Parlance and has no effect;"
                                + " did you mean parlance\\.body\\.max-bytes, which must be a whole number from 1 to 1073741824")
                .containsPattern(
                        "Settings: parlance\\.body\\.max-bytes \\(.+\\) is \\\\?\"4MB\\\\?\" and must be a whole number from 1"
                                + " to 1073741824 \\(bytes\\); until it is corrected, 4194304 is in force")
                .doesNotContain("hunter2", FIRST_TOKEN);
    }

    @Test
    void showsWhatIsInForceButNoSecret() {
        var answer = admin(FIRST_TOKEN).get("/settings");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain(FIRST_TOKEN, TestServer.database().password(), "master-key-of-the", "hunter2");
        assertThatJson(answer.body())
                .inPath("items[?(@.key == 'parlance.body.max-bytes')]")
                .isEqualTo(
                        """
                        [{"key": "parlance.body.max-bytes", "value": "4194304", "default": "4194304", "unit": "bytes",
                          "source": null, "change": "at once",
                          "meaning": "Largest body of a request; larger ones are refused (413).",
                          "problem": "${json-unit.regex}.* is \\"4MB\\" and must be .*"}]""");
        assertThatJson(answer.body())
                .inPath("items[?(@.key =~ /.*(token|password|master-key)$/)].value")
                .isEqualTo("[\"(set)\", \"(set)\", \"(set)\"]");
        assertThatJson(answer.body())
                .inPath("items[?(@.key == 'parlance.admin.token')].source")
                .isEqualTo("[\"file " + TOKEN + "\"]");
        assertThatJson(answer.body())
                .inPath("items[?(@.key == 'parlance.jwt.tenant-claim')].value")
                .isEqualTo("[\"two$$dollars\"]");
        assertThatJson(answer.body())
                .inPath("items[*].key")
                .isArray()
                .contains("parlance.jitsudo.default-duration-seconds", "parlance.policy.native-directory");
        assertThatJson(answer.body()).inPath("complaints").isArray().hasSize(2);
    }

    @Test
    void showsSettingsToAdministratorsOnly() {
        assertThat(Http.get("/admin/api/v1/settings").to(base()).send().status())
                .isEqualTo(401);
    }

    @Test
    void takesAnotherAdminTokenFromTheFileWhileItRuns() throws IOException {
        Files.writeString(TOKEN, "another-admin-token-from-a-file");
        try {
            Awaitility.await().untilAsserted(() -> assertThat(admin("another-admin-token-from-a-file")
                            .get("/settings")
                            .status())
                    .isEqualTo(200));
            assertThat(admin(FIRST_TOKEN).get("/settings").status()).isEqualTo(401);
        } finally {
            Files.writeString(TOKEN, FIRST_TOKEN);
            Awaitility.await().untilAsserted(() -> assertThat(
                            admin(FIRST_TOKEN).get("/settings").status())
                    .isEqualTo(200));
        }
    }

    @Test
    void doesNotStartWithASecretThatCannotBeRead() {
        var setup = ServerSetup.of(Directories.make(FOLDER.resolve("refused")), "127.0.0.1", setup().settings())
                .withSetting(
                        "parlance.admin.token-file", FOLDER.resolve("nowhere").toString());
        try (var server = TestServer.another(setup)) {
            assertThatThrownBy(server::start)
                    .hasMessageContaining("parlance.admin.token-file names " + FOLDER.resolve("nowhere")
                            + ", which cannot be read (there is no such file); name a file that the server may read.");
        }
    }

    @Test
    void doesNotStartWithoutPostgres() {
        var setup = ServerSetup.of(Directories.make(FOLDER.resolve("alone")), "127.0.0.1", setup().settings())
                .withSetting("parlance.admin.token", FIRST_TOKEN)
                .withSetting("parlance.db.start-wait-seconds", "1")
                .withSetting("parlance.db.url", "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/parlance");
        try (var server = TestServer.another(setup)) {
            assertThatThrownBy(server::start)
                    .hasMessageContaining("PostgreSQL gives no connection (Connection to 127.0.0.1:")
                    .hasMessageContaining("; start it, or correct parlance.db.url,");
        }
    }

    private static ServerSetup setup() {
        var settings = TestServer.settings("parlance_settings", FOLDER.resolve("demo.txt"));
        settings.remove("parlance.admin.token");
        return ServerSetup.of(FOLDER, "127.0.0.1", settings)
                .withJvmOptions(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }

    private static AdminClient admin(String token) {
        return new AdminClient(base(), token);
    }

    private static URI base() {
        var uri = SERVER.baseUri().toString();
        return URI.create(uri.substring(0, uri.length() - 1));
    }
}

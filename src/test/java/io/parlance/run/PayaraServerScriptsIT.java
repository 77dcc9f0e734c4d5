package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.AdminClient;
import io.parlance.it.Answer;
import io.parlance.it.Http;
import io.parlance.it.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scripts of {@code server-config/payara-server} on a server that knows nothing of Parlance. */
class PayaraServerScriptsIT {
    private static final ScriptsDatabase DATABASE = new ScriptsDatabase();

    private static PayaraServer server;
    private static URI base;

    @BeforeAll
    static void start() {
        assumeThat(TestServer.kind()).isEqualTo("payara-server");
        DATABASE.create();
        var folder = Directories.make(BuildFiles.target().resolve("it/payara-scripts"));
        server = PayaraServer.bare(ServerSetup.of(folder, "127.0.0.1", Map.of()));
        server.start();
        base = URI.create("http://127.0.0.1:" + server.baseUri().getPort());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @AfterEach
    void uninstall() {
        server.uninstall().orFail();
    }

    @Test
    @Tag("smoke")
    void installsOnceChangesNothingTwiceAndLeavesNothing() throws IOException {
        var before = ServerXml.of(server.domainXml()).lines();

        install();
        assertThat(Http.get("/docs/").to(base).send().header("Server")).isEmpty();
        FirstMessages.send(base);
        assertThat(deployed()).hasSameBinaryContentAs(BuildFiles.war());
        assertThat(server.domain().resolve("logs/parlance.log")).content().contains("Parlance has started");
        var installed = Files.readString(server.domainXml());

        assertThat(install().output()).doesNotContain("+ ");
        assertThat(Files.readString(server.domainXml())).isEqualTo(installed);

        server.uninstall().orFail();
        assertLeftAs(before);
        assertThat(server.uninstall().orFail().output()).contains("nothing to do");
    }

    @Test
    @Tag("smoke")
    void takesEverythingBackWhenTheDatabaseRefuses() {
        var before = ServerXml.of(server.domainXml()).lines();
        var settings = DATABASE.settings();
        settings.put("parlance.db.password", "wrong");

        var run = server.install(BuildFiles.war(), settings);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("could not reach " + settings.get("parlance.db.url"))
                .contains("password authentication failed")
                .contains("the domain is as it was");
        assertLeftAs(before);
    }

    @Test
    void takesEverythingBackWhenParlanceDoesNotStart() {
        var before = ServerXml.of(server.domainXml()).lines();

        var run =
                server.install(BuildFiles.war(), DATABASE.settings(), "parlance.production=true", "parlance.demo=true");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("could not deploy").contains("the domain is as it was");
        assertLeftAs(before);
    }

    @Test
    void changesNothingWithoutAWar() {
        var run = server.install(Path.of("/nowhere/parlance.war"), DATABASE.settings());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("no WAR '/nowhere/parlance.war'; nothing was changed");
    }

    @Test
    void keepsASecretAsItIs() {
        var settings = DATABASE.settings();
        settings.put("parlance.admin.token", "padm_of_the\\tests\\u0041_and_more");

        server.install(BuildFiles.war(), settings).orFail();

        var client = new AdminClient(base, settings.get("parlance.admin.token"));
        assertThat(client.get("/tenants").status()).isEqualTo(200);
    }

    @Test
    void changesNothingForASecretThatPayaraWouldChangeOrACommandLineWouldShow() {
        var before = ServerXml.of(server.domainXml()).lines();
        var settings = DATABASE.settings();
        settings.put("parlance.master-key", "a\tkey");
        var run = server.install(BuildFiles.war(), settings);
        assertThat(run.output()).contains("PARLANCE_MASTER_KEY has a character", "nothing was changed");

        run = server.install(BuildFiles.war(), DATABASE.settings(), "parlance.master-key=k");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("parlance.master-key is a secret", "Nothing was changed");
        assertLeftAs(before);
    }

    @Test
    void changesNothingWhenASecretCannotBeRead() {
        var before = ServerXml.of(server.domainXml()).lines();
        var settings = DATABASE.settings();
        settings.remove("parlance.admin.token");
        settings.put("parlance.admin.token-file", "/nowhere/token");

        var run = server.install(BuildFiles.war(), settings);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("cannot read PARLANCE_ADMIN_TOKEN_FILE (/nowhere/token); nothing was changed");
        assertLeftAs(before);
    }

    @Test
    void takesBackFirstWhatARunLeftThatWasCutOff() throws IOException {
        server.asadmin("create-system-properties", "parlance.cut=off").orFail();
        Files.writeString(server.domain().resolve("config/parlance.journal"), "run\nproperty\tparlance.cut\n");

        assertThat(install().output()).contains("an earlier run was cut off", "- property parlance.cut");

        assertThat(client().tenant().messages().toString()).isEqualTo("[]");
        assertThat(server.domain().resolve("config/parlance.journal")).content().doesNotContain("run\n");
        assertThat(server.asadmin("list-system-properties").output()).doesNotContain("parlance.cut");
    }

    @Test
    void keepsServingWhenAnUpdateCannotBeDeployed() throws IOException {
        install();
        var broken = Files.writeString(server.domain().resolve("broken.war"), "no WAR");

        var run = server.install(broken, DATABASE.settings());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("could not update the application to " + broken)
                .contains("the domain is as it was");
        FirstMessages.send(base);
    }

    @Test
    void whatTheAdministratorChangesInTheConsoleCounts() throws IOException {
        install();

        assertThat(console("resources/jdbc-connection-pool/parlance", "steadyPoolSize=7")
                        .status())
                .isEqualTo(200);
        client().tenant();
        await().untilAsserted(() -> assertThat(DATABASE.connections()).isEqualTo(7));

        server.asadmin("create-system-properties", "parlance.body.max-bytes=2000")
                .orFail();
        server.asadmin("disable", "parlance").orFail();
        server.asadmin("enable", "parlance").orFail();
        assertThat(client().call("POST", "/tenants", "{\"x\":\"" + "x".repeat(2000) + "\"}")
                        .status())
                .isEqualTo(413);

        var changed = Files.readString(server.domainXml());
        install();
        assertThat(Files.readString(server.domainXml())).isEqualTo(changed);
        server.asadmin("delete-system-property", "parlance.body.max-bytes").orFail();
    }

    private static ScriptRun install() {
        return server.install(BuildFiles.war(), DATABASE.settings()).orFail();
    }

    private static AdminClient client() {
        return new AdminClient(base, TestServer.adminToken());
    }

    /** A request as the console sends it. */
    private static Answer console(String resource, String values) {
        return Http.post("/management/domain/" + resource)
                .to(URI.create("http://127.0.0.1:" + server.adminPort()))
                .header("X-Requested-By", "test")
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(values)
                .send();
    }

    private static Path deployed() {
        return server.domain().resolve("applications/__internal/parlance/parlance.war");
    }

    private static void assertLeftAs(List<String> before) {
        assertThat(ServerXml.of(server.domainXml()).lines()).isEqualTo(before);
        assertThat(server.asadmin("list-password-aliases").output()).doesNotContain("parlance");
        assertThat(server.domain().resolve("lib")).isDirectoryNotContaining("glob:**postgresql*");
        assertThat(server.domain().resolve("applications/parlance")).doesNotExist();
        assertThat(server.domain().resolve("config/parlance.journal")).doesNotExist();
    }
}

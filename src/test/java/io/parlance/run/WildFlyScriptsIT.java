package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.AdminClient;
import io.parlance.it.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scripts of {@code server-config/wildfly} on a server that knows nothing of Parlance, stopped and running. */
class WildFlyScriptsIT {
    private static final ScriptsDatabase DATABASE = new ScriptsDatabase();
    private static final Path FOLDER = BuildFiles.target().resolve("it/wildfly-scripts");

    private static WildFlyServer server;
    private static WildFlyScripts scripts;

    @BeforeAll
    static void start() {
        assumeThat(TestServer.kind()).isEqualTo("wildfly");
        DATABASE.create();
        server = WildFlyServer.bare(setup("running"));
        server.start();
        scripts = server.scriptsWhileRunning();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @AfterEach
    void uninstall() {
        scripts.uninstall().orFail();
    }

    @Test
    @Tag("smoke")
    void installsBeforeTheFirstStartChangesNothingTwiceAndLeavesNothing() throws IOException {
        WildFlyTemplate.BARE.prepare(FOLDER.resolve("stopped/standalone"), setup("stopped"));
        try (var stopped = WildFlyServer.asItIs(setup("stopped"))) {
            var offline = stopped.scripts();
            var before = lines(offline);
            var permissions = Files.getPosixFilePermissions(offline.configuration());

            offline.install(spaced(BuildFiles.war()), DATABASE.settings()).orFail();
            var installed = Files.readString(offline.configuration());
            assertThat(offline.install(BuildFiles.war(), DATABASE.settings())
                            .orFail()
                            .output())
                    .doesNotContain("+ ");
            assertThat(Files.readString(offline.configuration())).isEqualTo(installed);
            assertThat(Files.getPosixFilePermissions(offline.configuration())).isEqualTo(permissions);
            assertThat(contents(offline)).anySatisfy(file -> assertThat(file).hasSameBinaryContentAs(BuildFiles.war()));

            stopped.start();
            assertServes(stopped);
            stopped.stop();

            offline.uninstall().orFail();
            assertThat(lines(offline)).isEqualTo(before);
            assertThat(contents(offline)).isEmpty();
            assertThat(offline.uninstall().orFail().output()).contains("nothing to do");
        }
    }

    @Test
    void whatTheAdministratorChangesWhileItRunsCounts() throws IOException {
        var before = lines(scripts);
        scripts.install(BuildFiles.war(), DATABASE.settings()).orFail();
        assertServes(server);

        scripts.cli("/subsystem=datasources/data-source=parlance:write-attribute(name=min-pool-size,value=7)")
                .orFail();
        scripts.cli("reload").orFail();
        assertServes(server);
        await().untilAsserted(() -> assertThat(DATABASE.connections()).isEqualTo(7));

        scripts.cli("/system-property=parlance.body.max-bytes:add(value=2000)").orFail();
        scripts.cli("/deployment=parlance.war:redeploy").orFail();
        assertThat(client(server)
                        .call("POST", "/tenants", "{\"x\":\"" + "x".repeat(2000) + "\"}")
                        .status())
                .isEqualTo(413);

        var changed = Files.readString(scripts.configuration());
        scripts.install(BuildFiles.war(), DATABASE.settings()).orFail();
        assertThat(Files.readString(scripts.configuration())).isEqualTo(changed);

        scripts.cli("/system-property=parlance.body.max-bytes:remove").orFail();
        scripts.uninstall().orFail();
        assertThat(lines(scripts)).isEqualTo(before);
    }

    @Test
    @Tag("smoke")
    void takesEverythingBackWhenTheDatabaseIsNotThere() {
        var before = lines(scripts);
        var settings = DATABASE.settings();
        settings.put("parlance.db.url", settings.get("parlance.db.url") + "_nowhere");

        var run = scripts.install(BuildFiles.war(), settings);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("does not exist").contains("the server is as it was");
        assertThat(lines(scripts)).isEqualTo(before);
    }

    @Test
    void takesEverythingBackWhenParlanceDoesNotStart() {
        var before = lines(scripts);

        var run = scripts.install(
                BuildFiles.war(), DATABASE.settings(), "parlance.production=true", "parlance.demo=true");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("Parlance does not start").contains("the server is as it was");
        assertThat(lines(scripts)).isEqualTo(before);
    }

    @Test
    void keepsServingWhenAnUpdateCannotBeDeployed() throws IOException {
        scripts.install(BuildFiles.war(), DATABASE.settings()).orFail();
        var before = lines(scripts);
        var broken = Files.writeString(FOLDER.resolve("a broken.war"), "no WAR");

        var run = scripts.install(broken, DATABASE.settings());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(lines(scripts)).isEqualTo(before);
        assertServes(server);
    }

    @Test
    void changesNothingWithoutAWar() {
        var run = scripts.install(Path.of("/nowhere/parlance.war"), DATABASE.settings());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("no WAR '/nowhere/parlance.war'; nothing was changed");
    }

    @Test
    void takesNoSecretAsAnArgument() {
        var run = scripts.install(BuildFiles.war(), DATABASE.settings(), "parlance.admin.token=t");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("parlance.admin.token is a secret", "Nothing was changed");
    }

    /** Secrets reach WildFly by its environment only. */
    private static ServerSetup setup(String name) {
        return ServerSetup.of(Directories.make(FOLDER.resolve(name)), "127.0.0.1", DATABASE.secrets());
    }

    /** The same file in a folder whose name has a space. */
    private static Path spaced(Path war) throws IOException {
        var copy = Directories.make(FOLDER.resolve("my wars")).resolve("parlance.war");
        return Files.copy(war, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void assertServes(WildFlyServer running) {
        FirstMessages.send(base(running));
    }

    private static AdminClient client(WildFlyServer running) {
        return new AdminClient(base(running), TestServer.adminToken());
    }

    private static URI base(WildFlyServer running) {
        return URI.create("http://127.0.0.1:" + running.baseUri().getPort());
    }

    private static List<String> lines(WildFlyScripts scripts) {
        return ServerXml.of(scripts.configuration()).lines();
    }

    private static List<Path> contents(WildFlyScripts scripts) throws IOException {
        try (var files = Files.walk(Directories.make(scripts.base().resolve("data/content")))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}

package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.parlance.it.RawConnection;
import io.parlance.run.BuildFiles;
import io.parlance.run.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts and the unit of {@code server-config/payara-micro}, below a directory of their own. */
class PayaraMicroScriptsIT {
    private static final String NAME = "micro";

    @TempDir
    Path root;

    @Test
    void installsTwiceAndUninstalls() throws IOException {
        assertThat(install().assertDone().output()).contains("changed:");
        assertThat(install().assertDone().output()).contains("installed already");
        Files.writeString(settings(), "parlance.port=1\n");
        install().assertDone();
        assertThat(settings()).hasContent("parlance.port=1");

        Command.script("payara-micro/uninstall.sh", "-p", root.toString()).run().assertDone();
        assertThat(root.resolve("opt/parlance")).doesNotExist();
        assertThat(settings()).exists();
        Command.script("payara-micro/uninstall.sh", "-p", root.toString(), "-s")
                .run()
                .assertDone();
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void makesDirectoriesThatTheServiceCanReadWhateverTheUmask() throws IOException {
        var install = BuildFiles.serverConfig().resolve("payara-micro/install.sh");
        Command.of(
                        "sh",
                        "-c",
                        "umask 077; exec \"$@\"",
                        "sh",
                        install.toString(),
                        "-p",
                        root.toString(),
                        BuildFiles.payaraMicro().toString(),
                        BuildFiles.war().toString())
                .run()
                .assertDone();
        for (var name : List.of("opt/parlance", "etc/parlance")) {
            assertThat(Files.getPosixFilePermissions(root.resolve(name)))
                    .as(name)
                    .contains(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);
        }
    }

    @Test
    void doesNotStartWithoutTheSettingsThatAreNamed() {
        install().assertDone();
        var refused = Command.of(root.resolve("opt/parlance/start.sh").toString())
                .with("PARLANCE_PROPERTIES", root.resolve("none.properties").toString())
                .run();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("none.properties", "Nothing was started");
    }

    @Test
    void listensWhereTheSettingsSayBeforeTheEnvironment() throws IOException {
        install().assertDone();
        assertThat(startedWith("PARLANCE_HOST", "127.0.0.2"))
                .contains("-Dparlance.host=127.0.0.2 -Dparlance.port=8080 ", "--port 8080 ");

        Files.writeString(
                settings(), "parlance.port=1\n parlance.port = 9 \r\nparlance.host=\\:\\:1\n#parlance.port=2\n");
        assertThat(startedWith("PARLANCE_PORT", "3"))
                .contains("-Dparlance.host=::1 -Dparlance.port=9 ", "--port 9 ", "--systemproperties " + settings());
        assertThat(ready(3).with("START_SECONDS", "0").run().output()).contains("http://[::1]:9/health/started");
    }

    @Test
    void givesCommandsAndLibrariesOfTheSettingsToTheServer() throws IOException {
        install().assertDone();
        assertThat(startedWith("PARLANCE_PORT", "3")).doesNotContain("--postbootcommandfile", "--addLibs");

        var commands = Files.writeString(settings().resolveSibling("post-boot.asadmin"), "");
        var libraries = Files.createDirectory(settings().resolveSibling("lib"));
        assertThat(startedWith("PARLANCE_PORT", "3"))
                .contains("--postbootcommandfile " + commands, "--addLibs " + libraries);
    }

    @Test
    void servesOnLoopbackWithoutTellingItsName() throws IOException, InterruptedException {
        install().assertDone();
        int port = Ports.free();
        var server = start(port);
        try {
            ready(Ports.free())
                    .with("MAINPID", Long.toString(server.pid()))
                    .with("START_SECONDS", "150")
                    .with("http_proxy", "http://127.0.0.1:" + Ports.free())
                    .run()
                    .assertDone();
            var base = URI.create("http://127.0.0.1:" + port);
            assertThat(answer(base, "GET /healthz")).doesNotContainIgnoringCase("server:", "payara");
            assertThat(answer(base, "TRACE /healthz")).startsWith("HTTP/1.1 405 ");
        } finally {
            server.destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(server.exitValue()).isEqualTo(143);
    }

    @Test
    void saysThatNothingIsServed() throws IOException, InterruptedException {
        install().assertDone();
        int port = Ports.free();
        var late = ready(port).with("START_SECONDS", "1").run();
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.output()).contains("/health/started does not answer 200");

        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var gone = ready(port).with("MAINPID", Long.toString(ended.pid())).run();
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.output()).contains("the server has ended");
    }

    @Test
    void hasAUnitThatSystemdTakesAndThatExposesLittle() throws IOException {
        install().assertDone();
        var text = Files.readString(root.resolve("etc/systemd/system/parlance.service"));
        var unit = Files.writeString(root.resolve("parlance.service"), text.replace("/opt/", root + "/opt/"));
        assumeThat(Command.of("sh", "-c", "command -v systemd-analyze").run().exitCode())
                .as("systemd-analyze is there")
                .isZero();

        Command.of("systemd-analyze", "verify", unit.toString()).run().assertDone();
        Command.of("systemd-analyze", "security", "--offline=yes", "--threshold=20", unit.toString())
                .run()
                .assertDone();
    }

    @Test
    void saysWhatIsHalfDoneWhereFoldersCannotBeMade() throws IOException {
        Files.writeString(root.resolve("opt"), "a file");
        var refused = install();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("folders could not be made", "no file was");
    }

    private Command.Result install() {
        return Command.script(
                        "payara-micro/install.sh",
                        "-p",
                        root.toString(),
                        BuildFiles.payaraMicro().toString(),
                        BuildFiles.war().toString())
                .run();
    }

    private Command ready(int port) {
        return Command.of(root.resolve("opt/parlance/ready.sh").toString())
                .with("PARLANCE_PORT", Integer.toString(port));
    }

    private Path settings() {
        return root.resolve("etc/parlance/parlance.properties");
    }

    /** What Java would be called with. */
    private String startedWith(String variable, String value) {
        return Command.of(root.resolve("opt/parlance/start.sh").toString())
                .with("JAVA", "echo")
                .with(variable, value)
                .run()
                .assertDone()
                .output();
    }

    /** As systemd does, with the settings that the administrator put into the file and the environment. */
    private Process start(int port) throws IOException {
        var database = Cluster.get().database;
        database.createDatabase(NAME);
        Files.writeString(
                settings(),
                "parlance.db.url=%s\nparlance.db.user=%s\nparlance.port=%d\n"
                        .formatted(database.jdbcUrl(NAME), database.user(), port));
        var log = BuildFiles.target().resolve("it/nodes/start-script.log").toFile();
        var builder = new ProcessBuilder(root.resolve("opt/parlance/start.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment()
                .putAll(Map.of(
                        "PARLANCE_PORT", Integer.toString(Ports.free()),
                        "PARLANCE_DB_PASSWORD", database.password(),
                        "PARLANCE_ADMIN_TOKEN", "admin-token-of-the-script-tests",
                        "JAVA",
                                Path.of(System.getProperty("java.home"), "bin/java")
                                        .toString(),
                        "JAVA_OPTIONS", "-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        return builder.start();
    }

    private static String answer(URI base, String request) {
        try (var connection = new RawConnection(base)) {
            return connection
                    .send(request + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer();
        } catch (UncheckedIOException notYet) {
            return "";
        }
    }
}

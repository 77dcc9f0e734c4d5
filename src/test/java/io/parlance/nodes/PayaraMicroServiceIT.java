package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.run.BuildFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code server-config/payara-micro} installs and updates the service, with programs that stand in for those of the system. */
class PayaraMicroServiceIT {
    @TempDir
    Path root;

    @Test
    void finishesAStartThatWasCutOff() throws IOException {
        var wars = asService("one");
        mark("interrupted");
        var interrupted = serve(wars.get(0));
        assertThat(interrupted.exitCode()).isEqualTo(1);
        assertThat(interrupted.output()).contains("interrupted while the service was started", "Run install.sh again");
        unmark("interrupted");

        assertThat(serve(wars.get(0)).assertDone().output()).contains("the service parlance runs");
        assertThat(calls()).contains("daemon-reload", "restart parlance");

        assertThat(serve(wars.get(0)).assertDone().output()).contains("installed already");
        assertThat(calls()).isNotEmpty().noneMatch(call -> call.startsWith("restart") || call.startsWith("enable"));
    }

    @Test
    void restartsWithTheWarOfARunThatWasCutOffThoughTheServiceStillRuns() throws IOException {
        var wars = asService("one", "two");
        serve(wars.get(0)).assertDone();
        mark("interrupted");
        assertThat(serve(wars.get(1)).exitCode()).isEqualTo(1);
        unmark("interrupted");
        mark("active");

        serve(wars.get(1)).assertDone();
        assertThat(calls()).contains("restart parlance");
        assertThat(served()).hasContent("two");
    }

    @Test
    void startsAndEnablesWhatDoesNotRunAnyMore() throws IOException {
        var wars = asService("one");
        serve(wars.get(0)).assertDone();

        unmark("active");
        assertThat(serve(wars.get(0)).assertDone().output()).contains("the service parlance runs");
        assertThat(calls()).contains("restart parlance");

        unmark("enabled");
        assertThat(serve(wars.get(0)).assertDone().output()).contains("installed already");
        assertThat(calls()).contains("enable -q parlance").doesNotContain("restart parlance");
    }

    @Test
    void putsBackTheWarBeforeWhereTheServiceDoesNotComeUpWithTheNewOne() throws IOException {
        var wars = asService("one", "two", "broken");
        serve(wars.get(0)).assertDone();
        serve(wars.get(1)).assertDone();
        assertThat(served().resolveSibling("ROOT.war.previous")).hasContent("one");

        var failed = serve(wars.get(2));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("It runs again with what was there", served().toString());
        assertThat(served()).hasContent("two");
        assertThat(root.resolve("active")).exists();
        assertThat(serve(wars.get(1)).assertDone().output()).contains("installed already");
    }

    @Test
    void saysWhatIsHalfDoneWhereTheServiceComesUpWithNeither() throws IOException {
        var wars = asService("one", "two");
        mark("down");
        assertThat(serve(wars.get(0)).output()).contains("everything is in its place, but the service does not start");
        unmark("down");
        serve(wars.get(0)).assertDone();

        mark("down");
        var failed = serve(wars.get(1));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("neither with what is new nor with what was there before");
        assertThat(served()).hasContent("one");
        unmark("down");
        assertThat(serve(wars.get(1)).assertDone().output()).contains("the service parlance runs");
        assertThat(served()).hasContent("two");
    }

    @Test
    void repeatsThatTheServiceCannotReadItsSettings() throws IOException {
        var wars = asService("one");
        mark("no-group");
        for (int run = 1; run <= 2; run++) {
            var refused = serve(wars.get(0));
            assertThat(refused.exitCode()).as("run %d", run).isEqualTo(1);
            assertThat(refused.output()).contains("the service cannot read it", "The service was not restarted");
        }
        unmark("no-group");
        assertThat(serve(wars.get(0)).assertDone().output()).contains("the service parlance runs");
    }

    /**
     * Scripts that install below the root as if it were the machine's, and programs of a system that has no systemd: files
     * below the root say how it is.
     */
    private List<Path> asService(String... wars) throws IOException {
        var micro = BuildFiles.serverConfig().resolve("payara-micro");
        var copy = Files.createDirectories(root.resolve("server-config/payara-micro"));
        try (var scripts = Files.list(micro)) {
            for (var script : (Iterable<Path>) scripts::iterator) {
                Files.copy(script, copy.resolve(script.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        var properties = BuildFiles.serverConfig().resolve("parlance.properties");
        Files.copy(properties, root.resolve("server-config/parlance.properties"));
        var install = copy.resolve("install.sh");
        var text = Files.readString(install);
        assertThat(text).containsOnlyOnce("\nroot=\n");
        Files.writeString(install, text.replace("\nroot=\n", "\nroot=" + root + "\n"));

        Files.createDirectories(root.resolve("run/systemd/system"));
        program("id", "[ \"$1\" != -u ] || echo 0");
        program("curl", "exit 1");
        program("chgrp", "[ ! -e \"$STATE/no-group\" ]");
        program(
                "systemctl",
                """
                echo "$*" >>"$STATE/calls"
                case $1 in
                    is-active) [ -e "$STATE/active" ] ;;
                    is-enabled) [ -e "$STATE/enabled" ] ;;
                    enable) : >"$STATE/enabled" ;;
                    restart)
                        rm -f "$STATE/active"
                        [ ! -e "$STATE/interrupted" ] || kill -TERM "$PPID"
                        [ ! -e "$STATE/down" ] && ! grep -q broken "$STATE/opt/parlance/ROOT.war" && : >"$STATE/active" ;;
                esac
                """);
        var files = new ArrayList<Path>();
        for (var war : wars) {
            files.add(Files.writeString(root.resolve(war + ".war"), war));
        }
        return files;
    }

    private void program(String name, String text) throws IOException {
        var file = Files.createDirectories(root.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Command.Result serve(Path war) throws IOException {
        Files.deleteIfExists(root.resolve("calls"));
        return Command.of(
                        root.resolve("server-config/payara-micro/install.sh").toString(),
                        war.toString(),
                        war.toString())
                .finding(root.resolve("bin"))
                .with("STATE", root.toString())
                .run();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(root.resolve("calls"));
    }

    private Path served() {
        return root.resolve("opt/parlance/ROOT.war");
    }

    private void mark(String state) throws IOException {
        Files.writeString(root.resolve(state), "");
    }

    private void unmark(String state) throws IOException {
        Files.delete(root.resolve(state));
    }
}

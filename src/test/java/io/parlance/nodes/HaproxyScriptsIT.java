package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code install.sh} and {@code uninstall.sh} of {@code server-config/haproxy}, in a directory of their own. */
class HaproxyScriptsIT {
    private static final String NODE = "node1=127.0.0.1:18260";
    private static final String MINE = "# the administrator's own\n";

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    @Test
    void putsBackWhatWasThere() throws IOException {
        Files.writeString(file(), MINE);

        assertThat(install("true", NODE).assertDone().output()).contains("HAProxy serves");
        assertThat(install("true", NODE).assertDone().output()).contains("configured already");
        assertThat(install("true", NODE, "node2=127.0.0.1:18261").assertDone().output())
                .contains("HAProxy serves");
        assertThat(Files.readString(file())).contains("server node2 127.0.0.1:18261");

        uninstall("true").assertDone();
        assertThat(Files.readString(file())).isEqualTo(MINE);
        assertThat(uninstall("true").assertDone().output()).contains("Nothing to undo");
        assertThat(left()).isOne();
    }

    @Test
    void leavesNothingWhereNothingWas() throws IOException {
        install("true", NODE).assertDone();
        uninstall("true").assertDone();

        assertThat(left()).isZero();
    }

    @Test
    void changesNothingForWhatHaproxyRefuses() throws IOException {
        Files.writeString(file(), MINE);

        var refused = install("true", "node1=nowhere.invalid:x");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("nowhere.invalid", "Nothing was changed");
        assertThat(Files.readString(file())).isEqualTo(MINE);
        assertThat(left()).isOne();
    }

    @Test
    void putsBackWhatWasThereWhereHaproxyDoesNotTakeIt() throws IOException {
        Files.writeString(file(), MINE);

        var failed = install("false", NODE);

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("the configuration is what it was before");
        assertThat(Files.readString(file())).isEqualTo(MINE);
        assertThat(left()).isOne();
    }

    @Test
    void writesWhatIsGivenAsItIs() throws IOException {
        var bind = "127.0.0.1:18262 name a&b|c\\d";

        install("true", "-b", bind, NODE).assertDone();

        assertThat(Files.readString(file())).contains("    bind " + bind + "\n");
    }

    @Test
    void changesNothingForALineBreak() throws IOException {
        var refused = install("true", "-b", "127.0.0.1:18262\n    mode tcp", NODE);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("Nothing was changed");
        assertThat(left()).isZero();
    }

    @Test
    void hasHaproxyReadWhatAKilledRunLeftUnread() throws IOException {
        Files.writeString(file(), MINE);
        assertThat(install(program("kill -9 $PPID"), NODE).exitCode()).isNotZero();

        assertThat(install(program("echo it is read"), NODE).assertDone().output())
                .contains("it is read", "HAProxy serves");

        assertThat(install(program("echo it is read"), NODE).assertDone().output())
                .contains("configured already")
                .doesNotContain("it is read");
        uninstall("true").assertDone();
        assertThat(Files.readString(file())).isEqualTo(MINE);
        assertThat(left()).isOne();
    }

    @Test
    void putsBackWhatHaproxyRunsWithAfterARunThatWasKilled() throws IOException {
        Files.writeString(file(), MINE);
        assertThat(install(program("kill -9 $PPID"), NODE).exitCode()).isNotZero();

        var failed = install("false", NODE, "node2=127.0.0.1:18261");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(Files.readString(file())).isEqualTo(MINE);
        assertThat(left()).isOne();
    }

    @Test
    void runsTheCommandThatIsGivenWhereNothingIsPutBack() throws IOException {
        install("true", NODE).assertDone();

        assertThat(uninstall(program("echo it is read")).assertDone().output()).contains("it is read");

        assertThat(left()).isZero();
    }

    @Test
    void goesOnWhereHaproxyDidNotTakeWhatWasPutBack() throws IOException {
        Files.writeString(file(), MINE);
        install("true", NODE).assertDone();

        var failed = uninstall("false");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("run uninstall.sh again");
        assertThat(uninstall("true").assertDone().output()).contains("Parlance is gone");
        assertThat(left()).isOne();
    }

    /** A program of these words, for -r, which is split at blanks. */
    private String program(String words) throws IOException {
        var program = Files.createTempFile(elsewhere, "reload", ".sh");
        Files.writeString(program, "#!/bin/sh\n" + words + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private Path file() {
        return directory.resolve("haproxy.cfg");
    }

    private long left() throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }

    private Command.Result install(String reload, String... nodes) {
        var words = Command.script("haproxy/install.sh", "-f", file().toString(), "-r", reload);
        words.words().addAll(List.of(nodes));
        return words.run();
    }

    private Command.Result uninstall(String reload) {
        return Command.script("haproxy/uninstall.sh", "-f", file().toString(), "-r", reload)
                .run();
    }
}

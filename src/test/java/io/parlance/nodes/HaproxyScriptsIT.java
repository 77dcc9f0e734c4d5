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

package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.run.BuildFiles;
import io.parlance.run.ScriptRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program of the system or a script of {@code server-config}, run to its end. */
record Command(List<String> words, Map<String, String> environment) {

    /** What it printed, errors included, and how it ended. */
    record Result(int exitCode, String output) {
        Result assertDone() {
            assertThat(exitCode).as(output).isZero();
            return this;
        }
    }

    /** A script of {@code server-config}, such as {@code haproxy/install.sh}. */
    static Command script(String name, String... arguments) {
        return of(BuildFiles.serverConfig().resolve(name).toString(), arguments);
    }

    static Command of(String program, String... arguments) {
        var words = new ArrayList<>(List.of(program));
        words.addAll(List.of(arguments));
        return new Command(words, Map.of());
    }

    Command with(String variable, String value) {
        var changed = new TreeMap<>(environment);
        changed.put(variable, value);
        return new Command(words, changed);
    }

    /** The same where programs of this directory are found before all others. */
    Command finding(Path directory) {
        return with("PATH", directory + ":" + System.getenv("PATH"));
    }

    Result run() {
        var run = ScriptRun.of(words, environment);
        return new Result(run.exitCode(), run.output());
    }
}

package io.parlance.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.run.BuildFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

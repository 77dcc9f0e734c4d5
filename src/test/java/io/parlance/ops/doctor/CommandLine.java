package io.parlance.ops.doctor;

import io.parlance.run.BuildFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code server-config/doctor} as an operator runs it, in an environment that has nothing but what a test gives. */
final class CommandLine {
    private CommandLine() {}

    record Outcome(int status, String output, String errors) {}

    static Outcome run(Map<String, String> environment, String... arguments) {
        try {
            var builder = new ProcessBuilder(
                    Files.exists(Path.of("/bin/dash")) ? "/bin/dash" : "/bin/sh",
                    BuildFiles.serverConfig().resolve("doctor").toString());
            builder.command().addAll(List.of(arguments));
            builder.environment().keySet().removeIf(name -> name.startsWith("PARLANCE_"));
            builder.environment().putAll(environment);
            var errors = Files.createTempFile(BuildFiles.target(), "doctor", ".err");
            builder.redirectError(errors.toFile());
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end");
            }
            return new Outcome(process.exitValue(), output, read(errors));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) throws IOException {
        var text = Files.readString(file);
        Files.delete(file);
        return text;
    }
}

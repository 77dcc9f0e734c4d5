package io.parlance.bench;

import io.parlance.run.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Where and when a result was made, without which it means nothing. */
record Environment(String date, String processor, int cores, String java, String postgresql, String options) {
    static Environment of(EmbeddedDatabase cluster, Options options) {
        return new Environment(
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString(),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Databases.show(cluster, "server_version"),
                "%s, %d rounds of %d s"
                        .formatted(
                                options.scale(),
                                options.rounds(),
                                options.slice().toSeconds()));
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return processorIn(lines);
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    static String processorIn(Stream<String> cpuinfo) {
        return cpuinfo.filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*?:\\s*", ""))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    String text() {
        return "%s; %s, %d cores; %s; PostgreSQL %s (fsync, synchronous_commit, full_page_writes on); %s"
                .formatted(date, processor, cores, java, postgresql, options);
    }
}

package io.parlance.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.run.BuildFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks, after each test class of the run, through what the servers have logged since the last one, for every secret that any
 * test has used so far. It is found by the test framework and holds for all classes, in whatever order they run.
 */
public final class SecretsStayOutOfLogs implements AfterAllCallback {
    private static final Pattern BORDERS = Pattern.compile("[^A-Za-z0-9._-]+");
    /** A node of a cluster logs in a folder of its own. */
    private static final int DEEPEST = 6;

    private static final Map<Path, Long> READ = new HashMap<>();

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (Secrets.known().isEmpty()) {
            return;
        }
        synchronized (READ) {
            for (var log : logs()) {
                assertThat(secretsIn(news(log))).as("secrets in " + log).isEmpty();
            }
        }
    }

    private static List<Path> logs() throws IOException {
        var folder = BuildFiles.target().resolve("it");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var visit = new LogVisit();
        Files.walkFileTree(folder, Set.of(), DEEPEST, visit);
        return visit.found;
    }

    /** Servers that stop take their temporary files away while they are looked for. */
    private static final class LogVisit extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            if (file.toString().endsWith(".log")) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path gone, IOException why) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static String news(Path log) {
        try (var file = FileChannel.open(log)) {
            long from = Math.min(READ.getOrDefault(log, 0L), file.size());
            var bytes = ByteBuffer.allocate((int) (file.size() - from));
            file.read(bytes, from);
            READ.put(log, from + bytes.position());
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most secrets are one word, so that words are looked up; the few others are searched for. */
    static Set<String> secretsIn(String text) {
        var known = Secrets.known();
        var found = BORDERS.splitAsStream(text).filter(known::contains).collect(Collectors.toSet());
        known.stream()
                .filter(secret -> BORDERS.matcher(secret).find() && text.contains(secret))
                .forEach(found::add);
        return found;
    }
}

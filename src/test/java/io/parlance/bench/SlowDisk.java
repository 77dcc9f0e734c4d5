package io.parlance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Makes every flush of PostgreSQL slower: on a machine whose flushes cost nothing, sharing them would show no gain. */
final class SlowDisk {
    private static final String SOURCE = "slow-fsync.c";

    private SlowDisk() {}

    /** The environment of a PostgreSQL with slower flushes; nothing where there is no C compiler. */
    static Optional<Map<String, String>> environment(Path directory, int micros) {
        var library = directory.resolve("slow-fsync.so");
        return compile(directory.resolve(SOURCE), library)
                ? Optional.of(Map.of("LD_PRELOAD", library.toString(), "FSYNC_MICROS", Integer.toString(micros)))
                : Optional.empty();
    }

    private static boolean compile(Path source, Path library) {
        try (var text = SlowDisk.class.getResourceAsStream(SOURCE)) {
            Files.copy(text, source, StandardCopyOption.REPLACE_EXISTING);
            return new ProcessBuilder("cc", "-O2", "-shared", "-fPIC", "-o", "" + library, "" + source, "-ldl")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noCompiler) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

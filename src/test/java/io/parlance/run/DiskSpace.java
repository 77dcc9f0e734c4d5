package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to start a database where there is no room for it. */
final class DiskSpace {
    static final long NEEDED_MEGABYTES = 512;

    private DiskSpace() {}

    static void require(Path directory) {
        var free = usableMegabytes(directory);
        if (free < NEEDED_MEGABYTES) {
            throw new StartRefusedException("too little disk space for " + directory + ": " + free + " MB free, "
                    + NEEDED_MEGABYTES + " MB needed");
        }
    }

    private static long usableMegabytes(Path directory) {
        var existing = directory.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace() >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.parlance.ops.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is left on the disk of a folder. */
record DiskRoom(long free, long total) {
    /** Null where there is no such folder here, or it cannot be looked at. */
    static @Nullable DiskRoom of(@Nullable String folder) {
        try {
            return folder == null ? null : of(Path.of(folder));
        } catch (InvalidPathException | IOException elsewhere) {
            return null;
        }
    }

    static DiskRoom of(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return new DiskRoom(store.getUsableSpace(), store.getTotalSpace());
    }
}

package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two runs off one data directory; the system releases it with the process, however that ends. */
record DirectoryLock(FileLock lock) {
    /** Locks the directory for as long as the answer is referenced: a collected one lets go. */
    static DirectoryLock of(Path directory) {
        try {
            var file = directory.resolve("run.lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory);
            }
            return new DirectoryLock(lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartRefusedException inUse(Path directory) {
        return new StartRefusedException(
                directory + " is in use by another run; stop it or choose another place with -Dparlance.data=DIR");
    }
}

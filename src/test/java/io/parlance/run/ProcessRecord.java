package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes a child process in a file, so that a later run can stop it if this one dies without doing so. The start
 * time is kept beside the id, because the system gives ids of dead processes to new ones.
 */
record ProcessRecord(long pid, Instant startedAt) {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(20);

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static Optional<ProcessRecord> read(Path file) {
        try {
            var words = Files.readString(file).trim().split(" ", 2);
            return Optional.of(new ProcessRecord(Long.parseLong(words[0]), Instant.parse(words[1])));
        } catch (IOException | RuntimeException unreadableOrNone) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            Files.writeString(file, pid + " " + startedAt + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, if it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    /**
     * Stops the process recorded in the file, if it still runs and works in the directory of the file (a copy of that
     * directory names a process that is not its own).
     */
    static void stopOrphan(Path file) {
        var directory = file.toAbsolutePath().getParent();
        read(file)
                .flatMap(ProcessRecord::find)
                .filter(process -> process.info().commandLine().orElse("").contains(directory + "/"))
                .ifPresent(orphan -> Processes.stop(orphan, GRACE));
    }

    private boolean isTheSame(ProcessHandle process) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, startedAt).abs().compareTo(CLOCK_TOLERANCE) < 0;
    }
}

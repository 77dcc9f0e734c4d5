package io.parlance.run;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends other processes together with what they started. */
final class Processes {
    private static final Duration DEATH = Duration.ofSeconds(10);

    private Processes() {}

    /** Asks the process to end and kills it, with its descendants, after the grace period. */
    static void stop(ProcessHandle process, Duration grace) {
        var descendants = process.descendants().toList();
        process.destroy();
        if (!ends(process, grace)) {
            process.destroyForcibly();
            awaitEnd(process);
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills the process and its descendants at once, as a power cut would, and waits until they are gone. */
    static void kill(ProcessHandle process) {
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(Processes::awaitEnd);
    }

    /** Waits some seconds for a process that is already ending. */
    static void awaitEnd(ProcessHandle process) {
        ends(process, DEATH);
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

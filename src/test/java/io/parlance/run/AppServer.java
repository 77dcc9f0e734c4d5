package io.parlance.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** An application server in a process of its own that serves the WAR at the root of one port. */
public interface AppServer extends AutoCloseable {
    /** Starts the process and returns at once. */
    void launch();

    /** Waits until the WAR answers; throws with the reason from the log as soon as that cannot happen any more. */
    void awaitReady();

    /** Launches and waits. */
    default void start() {
        launch();
        awaitReady();
    }

    /** Asks the process to end, waits for it, and kills it if it does not; harmless when it does not run. */
    void stop();

    /** Kills the process at once ({@code kill -9}). */
    void kill();

    /** Where the WAR is served, ending in a slash. */
    URI baseUri();

    long pid();

    /** Completes when the process ends, whatever the reason. */
    CompletableFuture<Process> onExit();

    Path logFile();

    /** The last lines of the log, for messages about failures. */
    String logTail(int lines);

    @Override
    default void close() {
        stop();
    }
}

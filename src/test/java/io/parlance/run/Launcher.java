package io.parlance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The program behind {@code mvn -Prun}: PostgreSQL and Payara Micro with the demo tenant, until it is told to
 * stop. It is a program for a terminal: standard output is its screen, and what the servers log is in their files.
 */
public final class Launcher {
    private final LaunchOptions options;
    private final DirectoryLock lock;
    private final Path sheet;
    private final AdminToken token;
    private @Nullable EmbeddedDatabase database;
    private @Nullable AppServer server;
    private volatile boolean stopping;

    private Launcher(LaunchOptions options, DirectoryLock lock) {
        this.options = options;
        this.lock = lock;
        this.sheet = options.data().resolve("demo.txt");
        this.token = AdminToken.from(System.getenv(), options.data());
    }

    /**
     * Runs until the server ends, and ends the Java virtual machine with code 1 after one line if that is a
     * failure.
     */
    public static void main(String[] arguments) {
        try {
            var options = LaunchOptions.from(System.getProperties());
            DiskSpace.require(options.data());
            new Launcher(options, DirectoryLock.of(Directories.make(options.data()))).run();
        } catch (IOException | RuntimeException e) {
            System.err.println("parlance: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        ProcessRecord.stopOrphan(serverDirectory().resolve("server.pid"));
        Ports.requireFree(options.host(), options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            var started = launch();
            started.awaitReady();
            System.out.println(new LaunchScreen(started.baseUri(), options, token, sheet).text());
            started.onExit().join();
            throw new IllegalStateException("the server ended by itself (log: " + started.logFile() + ")");
        } catch (RuntimeException e) {
            waitForeverIfStopping();
            throw e;
        }
    }

    private synchronized AppServer launch() throws IOException {
        waitForeverIfStopping();
        Files.deleteIfExists(sheet);
        System.out.println("Starting PostgreSQL and Payara Micro ...");
        database = EmbeddedDatabase.in(options.data().resolve("postgresql")).start();
        server = new PayaraMicroServer(
                ServerSetup.of(serverDirectory(), options.host(), options.port(), settings(database)));
        server.launch();
        return server;
    }

    private Map<String, String> settings(EmbeddedDatabase started) {
        var settings = new TreeMap<>(options.settings());
        settings.put("parlance.db.url", started.jdbcUrl());
        settings.put("parlance.db.user", started.user());
        settings.put("parlance.db.password", started.password());
        settings.put("parlance.admin.token", token.value());
        settings.put("parlance.demo.sheet", sheet.toString());
        settings.putIfAbsent("parlance.demo", "true");
        return settings;
    }

    private Path serverDirectory() {
        return Directories.make(options.data().resolve("server"));
    }

    private void stop() {
        stopping = true;
        synchronized (this) {
            if (server != null) {
                server.stop();
            }
            if (database != null) {
                database.stop();
            }
            lock.release();
        }
    }

    /** While the shutdown hook stops everything, the main thread has nothing to say about it. */
    private void waitForeverIfStopping() {
        if (stopping) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What all servers have in common: a Java process with a log file, private temporary files and a noted process
 * id.
 */
abstract class ChildServer implements AppServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    final ServerSetup setup;
    private final ServerLog log;
    private @Nullable Process process;

    ChildServer(ServerSetup setup) {
        this.setup = setup;
        this.log = new ServerLog(setup.directory().resolve("server.log"));
    }

    /** Makes ready what the process needs and returns its command line. */
    abstract List<String> prepare() throws IOException;

    /** Judges the start by what the server wrote so far. */
    abstract Progress progress(ServerLog output) throws IOException;

    @Override
    public final void launch() {
        try {
            ProcessRecord.stopOrphan(processRecord());
            Directories.fresh(temporary());
            var builder = new ProcessBuilder(prepare())
                    .directory(setup.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile());
            builder.environment().putAll(setup.environment());
            process = builder.start();
            process.getOutputStream().close();
            ProcessRecord.of(process.toHandle()).write(processRecord());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!(isDeployed() && answers())) {
            if (endsWithin(POLL)) {
                throw failure(
                        "it ended with exit code " + running().exitValue() + ": " + ServerLog.reasonIn(log.text()));
            }
            if (System.nanoTime() > deadline) {
                throw failure("it was not ready within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private boolean isDeployed() {
        try {
            var progress = progress(log);
            if (progress.state() == Progress.State.FAILED) {
                throw failure(progress.reason());
            }
            return progress.state() == Progress.State.READY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(baseUri()).timeout(Duration.ofSeconds(10));
            HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return running().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private IllegalStateException failure(String reason) {
        stop();
        return new IllegalStateException("the server did not start: "
                + reason.replaceFirst("^Parlance does not start: ", "") + " (log: " + log.file() + ")");
    }

    @Override
    public final void stop() {
        if (process != null) {
            Processes.stop(process.toHandle(), GRACE);
            Directories.fresh(temporary());
        }
    }

    @Override
    public final void kill() {
        Processes.kill(running().toHandle());
    }

    @Override
    public final URI baseUri() {
        var host = setup.host().contains(":") ? "[" + setup.host() + "]" : setup.host();
        return URI.create("http://" + host + ":" + setup.port() + "/");
    }

    @Override
    public final long pid() {
        return running().pid();
    }

    @Override
    public final CompletableFuture<Process> onExit() {
        return running().onExit();
    }

    @Override
    public final Path logFile() {
        return log.file();
    }

    @Override
    public final String logTail(int lines) {
        return log.tail(lines);
    }

    final Path temporary() {
        return setup.directory().resolve("tmp");
    }

    /** The Java that runs this, with the options every server gets. */
    final List<String> java() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(setup.jvmOptions());
        command.addAll(setup.systemProperties());
        command.add("-Dparlance.host=" + setup.host());
        command.add("-Dparlance.port=" + setup.port());
        command.add("-Djava.io.tmpdir=" + temporary());
        return command;
    }

    private Path processRecord() {
        return setup.directory().resolve("server.pid");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the server was not launched");
        }
        return process;
    }
}

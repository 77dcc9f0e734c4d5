package io.parlance.nodes;

import io.parlance.run.Directories;
import io.parlance.run.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** HAProxy as {@code server-config/haproxy} sets it up, before the nodes {@code node1}, {@code node2} and so on. */
final class Balancer implements AutoCloseable {
    /** What tells that a node is ready. */
    static final String CHECK = "/health/ready";

    private static final int GRACE_SECONDS = 5;

    private final Path socket;
    private final URI base;
    private final Process process;

    Balancer(Path directory, List<URI> nodes) {
        try {
            Directories.fresh(directory);
            socket = Files.createTempDirectory("parlance").resolve("admin.sock"); // its path must be short
            base = URI.create("http://127.0.0.1:" + Ports.free());
            var configuration = directory.resolve("haproxy.cfg");
            install(configuration, nodes);
            process = new ProcessBuilder("haproxy", "-f", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("haproxy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install(Path configuration, List<URI> nodes) {
        var arguments = new ArrayList<>(List.of("-f", configuration.toString(), "-b", base.getAuthority()));
        arguments.addAll(List.of("-s", socket.toString(), "-c", CHECK, "-r", "true"));
        for (int i = 0; i < nodes.size(); i++) {
            arguments.add("node" + (i + 1) + "=" + nodes.get(i).getAuthority());
        }
        Command.script("haproxy/install.sh", arguments.toArray(String[]::new))
                .run()
                .assertDone();
    }

    /** Where it listens, without a slash at the end. */
    URI base() {
        return base;
    }

    Path socket() {
        return socket;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

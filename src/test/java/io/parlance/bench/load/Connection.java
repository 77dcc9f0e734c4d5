package io.parlance.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive connection, opened when it is needed and again after the server closed it. For one thread; another one may
 * close it, to end a wait. It sets no time-out, with which the JDK would poll before each read, at twice the CPU.
 */
final class Connection implements AutoCloseable {
    /** Servers close what was idle for half a minute; whoever pauses longer than this does not find out the hard way. */
    private static final long LONGEST_IDLE_NANOS = 10_000_000_000L;

    private final URI server;
    private long lastUsed;
    private volatile @Nullable Socket socket;
    private @Nullable OutputStream out;
    private @Nullable ResponseReader response;

    Connection(URI server) {
        this.server = server;
    }

    /** Sends a whole request and reads the answer, which is valid until the next exchange. */
    ResponseReader exchange(byte[] request) throws IOException {
        if (socket != null && System.nanoTime() - lastUsed > LONGEST_IDLE_NANOS) {
            close();
        }
        try {
            if (socket == null) {
                open();
            }
            out.write(request);
            response.read();
        } catch (IOException e) {
            close();
            throw e;
        }
        lastUsed = System.nanoTime();
        var answer = response;
        if (answer.closing()) {
            close();
        }
        return answer;
    }

    private void open() throws IOException {
        var opened = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
        opened.setTcpNoDelay(true);
        out = opened.getOutputStream();
        response = new ResponseReader(opened.getInputStream());
        socket = opened;
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}

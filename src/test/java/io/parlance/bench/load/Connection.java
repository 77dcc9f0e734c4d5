package io.parlance.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection that never blocks, opened when it is needed and again after the server closed it. */
final class Connection implements AutoCloseable {
    /** Servers close what was idle for half a minute; whoever pauses longer than this does not find out the hard way. */
    private static final long LONGEST_IDLE_NANOS = 10_000_000_000L;

    private final URI server;
    private final Selector selector;
    private ByteBuffer request = ByteBuffer.allocateDirect(1 << 10);
    private long lastUsed;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ResponseReader response;

    Connection(URI server, Selector selector) {
        this.server = server;
        this.selector = selector;
    }

    /** Begins to send a whole request; the selector's key of the connection carries the attachment. */
    void send(byte[] text, Object attachment) throws IOException {
        if (channel != null && System.nanoTime() - lastUsed > LONGEST_IDLE_NANOS) {
            close();
        }
        if (request.capacity() < text.length) {
            request = ByteBuffer.allocateDirect(text.length);
        }
        request.clear().put(text).flip();
        try {
            if (channel == null) {
                open(attachment);
            } else {
                write();
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Does what can be done without waiting, and answers whether that completed the answer. */
    boolean proceed() throws IOException {
        try {
            if (!channel.isConnected()) {
                if (channel.finishConnect()) {
                    write();
                }
                return false;
            }
            if (!response.read()) {
                write();
                return false;
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        lastUsed = System.nanoTime();
        if (response.closing() || request.hasRemaining()) {
            close();
        }
        return true;
    }

    /** The answer to the last request; valid until the next one. */
    ResponseReader answer() {
        return response;
    }

    private void open(Object attachment) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_CONNECT, attachment);
        response = new ResponseReader(channel);
        if (channel.connect(new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort()))) {
            write();
        }
    }

    private void write() throws IOException {
        if (request.hasRemaining()) {
            channel.write(request);
        }
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    @Override
    public void close() {
        var open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}

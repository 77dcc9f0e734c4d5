package io.parlance.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/**
 * A post of a very large body, by a client that looks for the answer while it is still sending.
 *
 * @param head request line and headers, each line with its break, but nothing about the length of the body
 * @param chunked whether the body's length is announced by chunks only
 */
public record BigPost(URI server, String head, long bytes, boolean chunked) {
    private static final byte[] SPACES = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    private static final int TIMEOUT_MILLIS = 60_000;

    /** The status of the answer, or 0 if there was none. */
    public int send() {
        try (var socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var out = socket.getOutputStream();
            var writer = new Thread(() -> write(out), "big-post");
            writer.setDaemon(true);
            writer.start();
            var reader = new ResponseReader(Channels.newChannel(socket.getInputStream()));
            reader.read();
            return reader.status();
        } catch (IOException e) {
            return 0;
        }
    }

    private void write(OutputStream out) {
        try {
            var length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + bytes;
            out.write((head + length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            var chunk = (Integer.toHexString(SPACES.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < bytes; sent += SPACES.length) {
                if (chunked) {
                    out.write(chunk);
                }
                out.write(SPACES);
                if (chunked) {
                    out.write('\r');
                    out.write('\n');
                }
            }
            if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException refused) {
            // the server has said what it thinks of it, or is about to
        }
    }
}

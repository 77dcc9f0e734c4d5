package io.parlance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the answers of one HTTP/1.1 connection, with a length or in chunks, and makes no objects while doing so. After
 * {@link #read()} the accessors tell about that answer until the next one. For one thread.
 */
final class ResponseReader {
    private static final int NO_LENGTH = -1;

    private final InputStream in;
    private final byte[] input = new byte[64 << 10];
    private int position;
    private int limit;

    private byte[] line = new byte[1 << 10];
    private int lineLength;
    private byte[] body = new byte[64 << 10];
    private int bodyLength;
    private int status;
    private boolean closing;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    int status() {
        return status;
    }

    /** Whether the server closes the connection after this answer. */
    boolean closing() {
        return closing;
    }

    /** The bytes of the body; valid up to {@link #bodyLength()}. */
    byte[] body() {
        return body;
    }

    int bodyLength() {
        return bodyLength;
    }

    String bodyText() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    void read() throws IOException {
        readLine();
        if (lineLength < 12 || !lineStarts("http/1.")) {
            throw new IOException("not a status line: " + new String(line, 0, lineLength, StandardCharsets.ISO_8859_1));
        }
        status = number(9, 12, 10);
        closing = false;
        bodyLength = 0;
        int length = NO_LENGTH;
        boolean chunked = false;
        for (readLine(); lineLength > 0; readLine()) {
            if (lineStarts("content-length:")) {
                length = number("content-length:".length(), lineLength, 10);
            } else if (lineStarts("transfer-encoding: chunked")) {
                chunked = true;
            } else if (lineStarts("connection: close")) {
                closing = true;
            }
        }
        if (chunked) {
            readChunks();
        } else if (length == NO_LENGTH) {
            throw new IOException("an answer without a length, status " + status);
        } else {
            append(length);
        }
    }

    private void readChunks() throws IOException {
        readLine();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            append(size);
            readLine(); // the end of the chunk
            readLine();
        }
        do {
            readLine(); // trailers
        } while (lineLength > 0);
    }

    private int chunkSize() {
        int end = 0;
        while (end < lineLength && line[end] != ';') {
            end++;
        }
        return number(0, end, 16);
    }

    private void append(int length) throws IOException {
        if (bodyLength + length > body.length) {
            body = Arrays.copyOf(body, Math.max(bodyLength + length, 2 * body.length));
        }
        int left = length;
        while (left > 0) {
            fill();
            int part = Math.min(left, limit - position);
            System.arraycopy(input, position, body, bodyLength, part);
            position += part;
            bodyLength += part;
            left -= part;
        }
    }

    private void readLine() throws IOException {
        lineLength = 0;
        while (true) {
            fill();
            byte next = input[position++];
            if (next == '\n') {
                return;
            }
            if (next != '\r') {
                if (lineLength == line.length) {
                    line = Arrays.copyOf(line, 2 * lineLength);
                }
                line[lineLength++] = next;
            }
        }
    }

    private void fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = in.read(input);
            if (limit < 0) {
                limit = 0;
                throw new EOFException("the connection ended within an answer");
            }
        }
    }

    /** Compares in lower case; the argument has to be in lower case. */
    private boolean lineStarts(String start) {
        if (lineLength < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            int letter = line[i] >= 'A' && line[i] <= 'Z' ? line[i] + ('a' - 'A') : line[i];
            if (letter != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to, int radix) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(line[i], radix);
            value = digit < 0 ? value : value * radix + digit;
        }
        return value;
    }
}

package io.parlance.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the answers of one HTTP/1.1 connection, with a length or in chunks, as they arrive, and makes no objects while doing
 * so. After {@link #read()} has completed an answer, the accessors tell about it until the next call. For one thread.
 */
final class ResponseReader {
    private static final int NO_LENGTH = -1;

    private enum Part {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        END
    }

    private final ReadableByteChannel in;
    private final byte[] input = new byte[64 << 10];
    private final ByteBuffer buffer = ByteBuffer.wrap(input);
    private int position;
    private int limit;
    private Part part = Part.END;

    private byte[] line = new byte[1 << 10];
    private int lineLength;
    private byte[] body = new byte[64 << 10];
    private int bodyLength;
    private int status;
    private boolean closing;
    private boolean chunked;
    /** Of the body or its chunk. */
    private int left;

    ResponseReader(ReadableByteChannel in) {
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

    /** Reads what there is, and answers whether that completes an answer. A channel that blocks always completes it. */
    boolean read() throws IOException {
        if (part == Part.END) {
            begin();
        }
        while (part != Part.END) {
            if (position == limit && !fill()) {
                return false;
            }
            if (part == Part.BODY || part == Part.CHUNK) {
                append();
            } else if (readLine()) {
                takeLine();
                lineLength = 0;
            }
        }
        return true;
    }

    private void begin() {
        part = Part.STATUS;
        closing = false;
        chunked = false;
        left = NO_LENGTH;
        bodyLength = 0;
    }

    private void takeLine() throws IOException {
        switch (part) {
            case STATUS -> takeStatus();
            case HEADERS -> takeHeader();
            case CHUNK_SIZE -> takeChunkSize();
            case CHUNK_END -> part = Part.CHUNK_SIZE;
            case TRAILERS -> part = lineLength == 0 ? Part.END : Part.TRAILERS;
            case BODY, CHUNK, END -> throw new IllegalStateException("there are no lines in " + part);
        }
    }

    private void takeStatus() throws IOException {
        if (lineLength < 12 || !lineStarts("http/1.")) {
            throw new IOException("not a status line: " + new String(line, 0, lineLength, StandardCharsets.ISO_8859_1));
        }
        status = number(9, 12, 10);
        part = Part.HEADERS;
    }

    private void takeHeader() throws IOException {
        if (lineLength == 0) {
            part = afterHeaders();
        } else if (lineStarts("content-length:")) {
            left = number("content-length:".length(), lineLength, 10);
        } else if (lineStarts("transfer-encoding: chunked")) {
            chunked = true;
        } else if (lineStarts("connection: close")) {
            closing = true;
        }
    }

    private Part afterHeaders() throws IOException {
        if (chunked) {
            return Part.CHUNK_SIZE;
        }
        if (left == NO_LENGTH) {
            throw new IOException("an answer without a length, status " + status);
        }
        return left == 0 ? Part.END : Part.BODY;
    }

    private void takeChunkSize() {
        left = chunkSize();
        part = left == 0 ? Part.TRAILERS : Part.CHUNK;
    }

    private int chunkSize() {
        int end = 0;
        while (end < lineLength && line[end] != ';') {
            end++;
        }
        return number(0, end, 16);
    }

    private void append() {
        if (bodyLength + left > body.length) {
            body = Arrays.copyOf(body, Math.max(bodyLength + left, 2 * body.length));
        }
        int size = Math.min(left, limit - position);
        System.arraycopy(input, position, body, bodyLength, size);
        position += size;
        bodyLength += size;
        left -= size;
        if (left == 0) {
            part = part == Part.CHUNK ? Part.CHUNK_END : Part.END;
        }
    }

    /** Whether the line ended within what there is of the input. */
    private boolean readLine() {
        while (position < limit) {
            byte next = input[position++];
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                if (lineLength == line.length) {
                    line = Arrays.copyOf(line, 2 * lineLength);
                }
                line[lineLength++] = next;
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int read = in.read(buffer);
        if (read < 0) {
            throw new EOFException("the connection ended within an answer");
        }
        position = 0;
        limit = read;
        return read > 0;
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

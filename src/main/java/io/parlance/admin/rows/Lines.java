package io.parlance.admin.rows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, each of bounded length. */
final class Lines implements Closeable {
    static final int MOST_BYTES = 4 << 20;

    private final InputStream input;
    private long number;

    Lines(InputStream input) {
        this.input = input;
    }

    /** A line, or what is wrong with it. */
    record Line(String text, @Nullable String fault) {}

    /** How many lines there were so far. */
    long number() {
        return number;
    }

    /** The next line without its end; null behind the last one. */
    @Nullable
    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int next = input.read();
        if (next < 0) {
            return null;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = input.read()) {
            tooLong |= bytes.size() >= MOST_BYTES;
            if (!tooLong) {
                bytes.write(next);
            }
        }
        return tooLong
                ? new Line("", "the line is longer than " + MOST_BYTES + " bytes")
                : decoded(bytes.toByteArray());
    }

    private static Line decoded(byte[] bytes) {
        boolean windows = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, windows ? bytes.length - 1 : bytes.length))
                    .toString();
            return new Line(text, null);
        } catch (CharacterCodingException e) {
            return new Line("", "the line is not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}

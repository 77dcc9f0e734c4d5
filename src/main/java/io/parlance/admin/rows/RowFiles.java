package io.parlance.admin.rows;

import io.parlance.core.imports.ImportRow;
import io.parlance.core.imports.ImportRows;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Opens files of rows; what is in them is seen by how they begin. */
public final class RowFiles {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MOST_BLANKS = 1000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private RowFiles() {}

    /** The rows of a file, which is deleted when they are closed, or cannot be opened. */
    public static ImportRows open(Path file) throws IOException {
        var input = Files.newInputStream(file);
        try {
            return new DeletedWhenClosed(read(input), file);
        } catch (IOException | RuntimeException e) {
            input.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static ImportRows read(InputStream input) throws IOException {
        var plain = unpacked(new BufferedInputStream(input, BUFFER));
        skipByteOrderMark(plain);
        int first = firstVisible(plain);
        return first == '[' || first == '{' ? new JsonRows(plain) : new CsvRows(plain);
    }

    private static BufferedInputStream unpacked(BufferedInputStream input) throws IOException {
        input.mark(2);
        int magic = input.read() << Byte.SIZE | input.read();
        input.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(input, BUFFER), BUFFER) : input;
    }

    private static void skipByteOrderMark(BufferedInputStream input) throws IOException {
        input.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(input.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            input.reset();
        }
    }

    private static int firstVisible(BufferedInputStream input) throws IOException {
        input.mark(MOST_BLANKS);
        int character = input.read();
        for (int i = 1; i < MOST_BLANKS && Character.isWhitespace(character); i++) {
            character = input.read();
        }
        input.reset();
        return character;
    }

    private record DeletedWhenClosed(ImportRows rows, Path file) implements ImportRows {
        @Override
        public @Nullable ImportRow next() throws IOException {
            return rows.next();
        }

        @Override
        public void close() throws IOException {
            try (rows) {
                Files.deleteIfExists(file);
            }
        }
    }
}

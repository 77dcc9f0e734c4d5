package io.parlance.core.store;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays of uuids in PostgreSQL's binary form. The driver writes them as text, which costs it and the server a microsecond for
 * a message; the form of other arrays is binary anyway.
 */
final class UuidArray {
    private static final int HEAD_BYTES = 5 * Integer.BYTES;
    private static final int ELEMENT_BYTES = Integer.BYTES + 2 * Long.BYTES;
    private static final int NULL = -1;

    private UuidArray() {}

    static Array of(@Nullable UUID[] elements, BaseConnection connection) throws SQLException {
        return new PgArray(connection, Oid.UUID_ARRAY, bytes(elements));
    }

    /** Dimensions, whether there are nulls, type of the elements, their number, index of the first; then each by its length. */
    private static byte[] bytes(@Nullable UUID[] elements) {
        var bytes = ByteBuffer.allocate(HEAD_BYTES + elements.length * ELEMENT_BYTES);
        bytes.putInt(1).putInt(1).putInt(Oid.UUID).putInt(elements.length).putInt(1);
        for (var element : elements) {
            if (element == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(2 * Long.BYTES)
                        .putLong(element.getMostSignificantBits())
                        .putLong(element.getLeastSignificantBits());
            }
        }
        var written = new byte[bytes.position()];
        bytes.flip().get(written);
        return written;
    }
}

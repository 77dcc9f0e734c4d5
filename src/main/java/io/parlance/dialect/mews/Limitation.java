package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.store.Uuids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param cursor id of the last item of the page before; null for the first page
 */
record Limitation(int count, @Nullable UUID cursor) {
    static final String CURSOR = "Cursor";
    private static final int MAX_COUNT = 1000;

    static Limitation read(JsonNode body) {
        var limitation = Members.of(body, "Limitation");
        if (!limitation.isObject()) {
            throw new InvalidParameter("Limitation");
        }
        var count = Members.of(limitation, "Count");
        if (!count.isIntegralNumber()
                || !count.canConvertToInt()
                || count.intValue() < 1
                || count.intValue() > MAX_COUNT) {
            throw new InvalidParameter("Count");
        }
        return new Limitation(count.intValue(), cursor(Members.of(limitation, CURSOR)));
    }

    private static @Nullable UUID cursor(JsonNode value) {
        return Members.isAbsent(value)
                ? null
                : Uuids.parse(value.asText()).filter(id -> value.isTextual()).orElseThrow(Limitation::unknownCursor);
    }

    static InvalidParameter unknownCursor() {
        return new InvalidParameter(CURSOR);
    }
}

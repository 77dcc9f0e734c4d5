package io.parlance.core.store;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for at most {@code limit} rows behind the row whose id is the cursor. */
public record PageRequest(int limit, @Nullable UUID after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 250;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RejectedException(Reason.INPUT_INVALID, "limit must be 1 to " + MAX_LIMIT + ", was " + limit);
        }
    }

    /** Reads the documented parameters; a cursor that is none of ours is refused. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        var size = limit == null ? DEFAULT_LIMIT : limit;
        if (cursor == null || cursor.isBlank()) {
            return new PageRequest(size, null);
        }
        return new PageRequest(size, Uuids.parse(cursor).orElseThrow(PageRequest::foreignCursor));
    }

    private static RejectedException foreignCursor() {
        return new RejectedException(Reason.INPUT_INVALID, "cursor is not one of this list");
    }

    /** Rows to fetch: one more than asked for tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}

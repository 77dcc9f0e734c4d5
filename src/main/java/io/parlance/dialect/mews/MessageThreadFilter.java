package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of {@code messageThreads/getAll}; at least one of them limits the list. */
record MessageThreadFilter(
        @Nullable Set<UUID> ids, @Nullable TimeFilterInterval created, @Nullable TimeFilterInterval updated) {
    private static final String IDS = "MessageThreadIds";
    private static final String CREATED = "CreatedUtc";
    private static final String UPDATED = "UpdatedUtc";
    private static final int MAX_MONTHS = 3;

    static MessageThreadFilter read(JsonNode body) {
        var filter = new MessageThreadFilter(
                Members.optionalIds(body, IDS),
                TimeFilterInterval.read(body, CREATED, MAX_MONTHS),
                TimeFilterInterval.read(body, UPDATED, MAX_MONTHS));
        filter.requireLimit();
        return filter;
    }

    /** An interval with an open end limits nothing. */
    private void requireLimit() {
        if (ids != null || (created != null && created.bounded()) || (updated != null && updated.bounded())) {
            return;
        }
        if (created == null && updated == null) {
            throw new InvalidParameter(IDS + ", " + CREATED + " or " + UPDATED);
        }
        throw new InvalidParameter(created == null ? UPDATED : CREATED);
    }
}

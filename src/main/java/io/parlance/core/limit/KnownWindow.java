package io.parlance.core.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The window of a counter as this node last saw it in the store. Used by one thread at a time. */
final class KnownWindow {
    private final Counter counter;
    private @Nullable Row row;

    /** What is stored of a window. */
    record Row(byte[] state, Instant expiresAt) {}

    KnownWindow(Counter counter) {
        this.counter = counter;
    }

    Counter counter() {
        return counter;
    }

    @Nullable
    Row row() {
        return row;
    }

    /** Takes what the store has now; null where that is unknown. */
    void know(@Nullable Row stored) {
        row = stored;
    }
}

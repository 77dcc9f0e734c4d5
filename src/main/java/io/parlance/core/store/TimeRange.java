package io.parlance.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From a moment, before another; null where it is open. */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {
    public static final TimeRange ALWAYS = new TimeRange(null, null);

    public boolean bounded() {
        return from != null && to != null;
    }
}

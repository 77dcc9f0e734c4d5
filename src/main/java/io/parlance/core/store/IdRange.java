package io.parlance.core.store;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids that can belong to a time, so that an index by id finds it; null where it is open. */
public record IdRange(@Nullable UUID from, @Nullable UUID to) {
    /** An id is made at the time of its row, but does not follow a clock that is set back by up to ten seconds. */
    public static final Duration TOLERANCE = Duration.ofSeconds(15);

    /** No message is older than its thread, but for the clocks of nodes. */
    public static final Duration CLOCKS = Duration.ofDays(1);

    public static IdRange of(TimeRange time) {
        return new IdRange(
                time.from() == null ? null : Ids.lowest(time.from().minus(TOLERANCE)),
                time.to() == null ? null : Ids.lowest(time.to().plus(TOLERANCE)));
    }
}

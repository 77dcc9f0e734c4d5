package io.parlance.core.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Makes the ids of all rows: UUIDv7, monotonic within the process, so that id order is creation order. */
public final class Ids {
    private static final long VERSION_7 = 0x7000L;

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The smallest id that a row of this moment may have; no id tells of a time before 1970. */
    public static UUID lowest(Instant moment) {
        return new UUID((Math.max(0, moment.toEpochMilli()) << 16) | VERSION_7, Long.MIN_VALUE);
    }
}

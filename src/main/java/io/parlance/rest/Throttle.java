package io.parlance.rest;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets so many events of a second pass and counts the others. Thread-safe; bounds that are met by several may be off by few. */
final class Throttle {
    private static final long SECOND = 1_000_000_000L;

    private final int most;
    private final LongSupplier nanos;
    private final AtomicLong begun;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong omitted = new AtomicLong();

    Throttle(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.begun = new AtomicLong(nanos.getAsLong());
    }

    boolean passes() {
        long now = nanos.getAsLong();
        long start = begun.get();
        if (now - start >= SECOND && begun.compareAndSet(start, now)) {
            passed.set(0);
        }
        if (passed.incrementAndGet() <= most) {
            return true;
        }
        omitted.incrementAndGet();
        return false;
    }

    /** How many did not pass since this was asked last. */
    long takeOmitted() {
        return omitted.get() == 0 ? 0 : omitted.getAndSet(0);
    }
}

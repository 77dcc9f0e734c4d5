package io.parlance.rest;

import java.util.concurrent.atomic.AtomicLong;

/** So much of something, and not more, for all requests together: places or bytes. */
final class Bound {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    Bound(long limit) {
        this.limit = limit;
    }

    /** Takes an amount; false, and nothing taken, if it is not there. */
    boolean take(long amount) {
        long before = taken.get();
        while (before + amount <= limit) {
            if (taken.compareAndSet(before, before + amount)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    void giveBack(long amount) {
        taken.addAndGet(-amount);
    }

    long taken() {
        return taken.get();
    }

    long left() {
        return Math.max(0, limit - taken.get());
    }

    long limit() {
        return limit;
    }
}

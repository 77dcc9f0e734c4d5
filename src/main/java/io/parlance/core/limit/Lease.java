package io.parlance.core.limit;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * The permits of one counter that this node holds. It fetches one first and more at once the more it needs: what it holds, other
 * nodes cannot give. Thread-safe; one thread fetches, the others wait for it.
 */
final class Lease {
    /** Who waits longer than this for another's query is refused, so that a silent database binds no threads. */
    private static final int PATIENCE_SECONDS = 2;

    private static final int RETRY_SECONDS = 1;

    private final KnownWindow window;
    private final ReentrantLock turn = new ReentrantLock();
    private long endNanos = Long.MIN_VALUE;
    private long held;
    private long next = 1;
    private boolean usedUp;

    Lease(Counter counter) {
        window = new KnownWindow(counter);
    }

    /** For the thread that fetches. */
    KnownWindow window() {
        return window;
    }

    /**
     * Takes a permit.
     *
     * @param fetch gets up to that many permits of the shared window
     * @return 0, or the nanoseconds until the window closes where it is used up
     */
    long take(LongSupplier clock, int largest, LongFunction<Grant> fetch) {
        awaitTurn();
        try {
            long now = clock.getAsLong();
            boolean closed = now >= endNanos;
            if (closed) {
                next = 1;
            }
            if (closed || (held == 0 && !usedUp)) {
                refill(fetch.apply(next), largest);
            }
            if (usedUp) {
                return Math.max(1, endNanos - now);
            }
            held--;
            return 0;
        } finally {
            turn.unlock();
        }
    }

    private void refill(Grant grant, int largest) {
        endNanos = grant.endNanos();
        held = grant.permits();
        usedUp = held == 0;
        next = Math.min(2 * next, largest);
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static RejectedException busy() {
        return new RejectedException(Reason.OVERLOADED, "the rate limit cannot be asked for", RETRY_SECONDS);
    }
}

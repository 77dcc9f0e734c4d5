package io.parlance.core.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The burst of one counter as this node knows it: the moment at which it is whole again, by the clock of this process. Each
 * request that passes puts it off by the time in which the rate makes room for another. Thread-safe.
 */
final class Burst {
    /** What a node uses without telling the others: a fortieth of what the rate allows in a second. */
    private static final long LITTLE = Duration.ofSeconds(1).toNanos() / 40;

    private final Counter counter;
    private final AtomicLong wholeAt;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicBoolean listed = new AtomicBoolean();

    Burst(Counter counter, long now) {
        this.counter = counter;
        wholeAt = new AtomicLong(now);
    }

    Counter counter() {
        return counter;
    }

    /**
     * Lets a request pass, or none.
     *
     * @param cost nanoseconds for one request
     * @param size nanoseconds for all that may come at once
     * @return 0, or the nanoseconds until there is room
     */
    long take(LongSupplier clock, long cost, long size) {
        while (true) {
            long before = wholeAt.get();
            long now = clock.getAsLong(); // asked later, so that nobody who came first is ahead of it
            long after = later(before, now) + cost;
            long tooMuch = after - now - size;
            if (tooMuch > 0) {
                return tooMuch;
            }
            if (wholeAt.compareAndSet(before, after)) {
                untold.addAndGet(cost);
                return 0;
            }
        }
    }

    /** Whether the other nodes have to be told; true once until they are. */
    boolean mustBeTold() {
        return untold.get() >= LITTLE && !listed.get() && listed.compareAndSet(false, true);
    }

    /** The nanoseconds that were used and not told yet; they count as told from now on. */
    long tell() {
        listed.set(false);
        return untold.getAndSet(0);
    }

    /** Nobody could be told. */
    void keepUntold(long nanos) {
        untold.addAndGet(nanos);
    }

    /** Takes in what all nodes used together, without what this one has not told. */
    void learn(long wholeAtForAll) {
        wholeAt.accumulateAndGet(wholeAtForAll + untold.get(), Burst::later);
    }

    /** The clock's numbers may run over: they can only be compared so. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}

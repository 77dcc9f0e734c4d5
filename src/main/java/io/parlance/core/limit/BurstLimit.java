package io.parlance.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets whoever calls have a burst of requests at once and a steady rate of them after it: a token bucket, kept as the moment
 * at which it is full again. Each node counts for itself. Thread-safe; a request that passes costs no memory.
 */
@ApplicationScoped
public class BurstLimit {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int IDLE_MINUTES = 5;

    private final Cache<Object, AtomicLong> fullAgain = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(1_000_000)
            .expireAfterAccess(Duration.ofMinutes(IDLE_MINUTES))
            .build();

    LongSupplier nanoTime = System::nanoTime;

    /** How many requests may come at once, and how many in each second after that. */
    public record Rate(int perSecond, int burst) {}

    /** Counts one request; refuses it when the burst is used up and the rate has not made room for another. */
    public void require(Object key, Rate rate) {
        long cost = SECOND / rate.perSecond();
        var full = fullAgain.get(key, unknown -> new AtomicLong(nanoTime.getAsLong()));
        while (true) {
            long before = full.get();
            long now = nanoTime.getAsLong(); // asked later, so that nobody who came first is ahead of it
            long after = (before - now > 0 ? before : now) + cost; // the clock's numbers may only be compared so
            long tooMuch = after - now - cost * rate.burst();
            if (tooMuch > 0) {
                throw refusal(rate, tooMuch);
            }
            if (full.compareAndSet(before, after)) {
                return;
            }
        }
    }

    private static RejectedException refusal(Rate rate, long nanosUntilRoom) {
        int seconds = (int) ((nanosUntilRoom + SECOND - 1) / SECOND);
        return new RejectedException(
                Reason.RATE_LIMITED,
                rate.perSecond() + " requests a second after a burst of " + rate.burst() + " are exceeded",
                seconds);
    }
}

package io.parlance.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Counts requests per credential in a window that opens with the first request of a burst. Each node counts for itself.
 * Thread-safe.
 */
@ApplicationScoped
public class RateLimit {
    private static final int IDLE_MINUTES = 5;

    private final Cache<UUID, Window> windows = Caffeine.newBuilder()
            .maximumSize(1_000_000)
            .expireAfterAccess(Duration.ofMinutes(IDLE_MINUTES))
            .build();

    LongSupplier nanoTime = System::nanoTime;

    private record Window(long openedNanos, int count) {}

    /** Counts one request; refuses it when the window has had {@code requests} already. */
    public void require(UUID credentialId, int requests, Duration length) {
        long now = nanoTime.getAsLong();
        var counted = windows.asMap()
                .compute(
                        credentialId,
                        (id, window) -> window == null || now - window.openedNanos() >= length.toNanos()
                                ? new Window(now, 1)
                                : new Window(window.openedNanos(), Math.min(window.count(), requests) + 1));
        if (counted.count() > requests) {
            var left = length.minusNanos(now - counted.openedNanos());
            throw new RejectedException(
                    Reason.RATE_LIMITED, requests + " requests in " + length.toSeconds() + " s are exceeded", (int)
                            Math.max(1, left.plusMillis(999).toSeconds()));
        }
    }
}

package io.parlance.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;

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

    private record Window(long openedNanos, int count) {}

    /** Counts one request; refuses it when the window has had {@code requests} already. */
    public void require(UUID credentialId, int requests, Duration window) {
        require(windows.asMap(), credentialId, requests, window, System.nanoTime());
    }

    private static void require(
            ConcurrentMap<UUID, Window> windows, UUID credentialId, int requests, Duration length, long now) {
        var counted = windows.compute(
                credentialId,
                (id, window) -> window == null || now - window.openedNanos() >= length.toNanos()
                        ? new Window(now, 1)
                        : new Window(window.openedNanos(), Math.min(window.count(), requests) + 1));
        if (counted.count() > requests) {
            long left = length.toNanos() - (now - counted.openedNanos());
            int seconds =
                    (int) Math.max(1, Duration.ofNanos(left).plusMillis(999).toSeconds());
            throw new RejectedException(
                    Reason.RATE_LIMITED, requests + " requests in " + length.toSeconds() + " s are exceeded", seconds);
        }
    }
}

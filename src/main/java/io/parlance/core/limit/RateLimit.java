package io.parlance.core.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Counts requests in windows that all nodes share. A node fetches a few permits at once and gives them out of its memory, and
 * remembers until its end that a window is used up: most requests, and all that are refused, cost no query. Thread-safe.
 */
@ApplicationScoped
public class RateLimit {
    private static final int CAPACITY = 1_000_000;
    private static final Duration IDLE = Duration.ofMinutes(5);

    @Inject
    Sql sql;

    TimeMeter clock = TimeMeter.SYSTEM_MILLISECONDS;

    private final Cache<Counter, Lease> leases = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(CAPACITY)
            .expireAfterAccess(IDLE)
            .build();

    @SuppressWarnings("NullAway.Init") // by open()
    private SharedWindows windows;

    @PostConstruct
    void open() {
        windows = new SharedWindows(sql, clock);
    }

    /** Counts one request of a subject: a credential, an application. Refuses it where the window is used up. */
    public void require(UUID tenantId, UUID subjectId, Quota quota) {
        if (quota.unlimited()) {
            return;
        }
        var lease = leases.get(new Counter(tenantId, subjectId, quota.name()), Lease::new);
        long wait = lease.take(
                clock::currentTimeNanos, quota.largestLease(), permits -> windows.take(lease.window(), quota, permits));
        if (wait > 0) {
            throw new RejectedException(
                    Reason.RATE_LIMITED,
                    quota.requests() + " requests in " + quota.window().toSeconds() + " s are exceeded",
                    (int) Duration.ofNanos(wait).plusMillis(999).toSeconds());
        }
    }

    /** Deletes the windows that are closed; counts of their own nodes go by themselves. */
    public void purge() {
        windows.removeExpired();
    }
}

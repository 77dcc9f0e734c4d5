package io.parlance.core.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Remembers verdicts for two seconds, so that a busy token costs one query in that time and a revocation counts on every
 * node well within five. Refusals are remembered too: a wrong token must not be dearer than a good one.
 */
@ApplicationScoped
class KnownCallers {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Cache<String, Resolved> resolved =
            Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(FRESH).build();

    Resolved get(String key, Supplier<Resolved> load) {
        return resolved.get(key, ignored -> load.get());
    }

    /** Forgets everything on this node, so that a change made here counts at once. */
    void forget() {
        resolved.invalidateAll();
    }

    /** The same once a change is committed: before that, a busy token would bring the old verdict right back. */
    void forgetAfter(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        forget();
    }

    /** Says that the running transaction changes a credential. */
    record Changed() {}
}

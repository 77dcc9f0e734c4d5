package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The parsed sets of all tenants, which the engine keeps outside of the heap: from 40 to 90 bytes for each character of a text.
 * So they are bounded by characters. What there is no more room for is read again when it is needed. Thread-safe.
 */
@ApplicationScoped
class PolicySets {
    private static final long MAX_CHARACTERS = 4L << 20;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    @Inject
    CedarThread thread;

    private final Cache<Object, PolicySet> sets = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Object key, PolicySet set) -> characters(set))
            .expireAfterAccess(UNUSED)
            .removalListener((key, set, cause) -> leave(set))
            .build();

    private final AtomicLong left = new AtomicLong();

    @Nullable
    PolicySet find(Object key) {
        return sets.getIfPresent(key);
    }

    /** Has the engine read these policies, before any text that is only to be checked. */
    PolicySet read(Object key, Set<Policy> policies) {
        var set = thread.callFirst(() -> read(policies));
        sets.put(key, set);
        return set;
    }

    private static PolicySet read(Set<Policy> policies) {
        var set = new PolicySet(policies);
        try {
            set.cache();
        } catch (CacheException e) {
            throw new IllegalStateException("stored policies cannot be read", e);
        }
        return set;
    }

    /**
     * The engine frees a set when the garbage collector finds that nobody uses it. The collector knows nothing of the memory that
     * waits for it, so it is told when as much has been left as may be kept.
     */
    private void leave(@Nullable PolicySet set) {
        if (set != null && left.addAndGet(characters(set)) > MAX_CHARACTERS) {
            left.set(0);
            System.gc();
        }
    }

    static int characters(PolicySet set) {
        return set.policies.stream()
                .mapToInt(policy -> policy.policySrc.length())
                .sum();
    }

    @PreDestroy
    void forget() {
        sets.invalidateAll();
    }
}

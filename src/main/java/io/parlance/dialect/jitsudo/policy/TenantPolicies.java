package io.parlance.dialect.jitsudo.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.policy.Policies;
import io.parlance.core.policy.PoliciesChanged;
import io.parlance.core.store.ShortMemory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The policies of tenants, ready to be asked. Whether they are as they were read is asked every two seconds, so that a change
 * counts on every node within five; on the node that makes it, once it is committed.
 */
@ApplicationScoped
class TenantPolicies implements FigureSource {
    private static final int MAX_TENANTS = 2000;
    private static final int MAX_VERSIONS = 100_000;

    @Inject
    Policies store;

    @Inject
    PolicySets sets;

    private final ShortMemory<UUID, Long> versions = new ShortMemory<>(MAX_VERSIONS);
    private final Cache<UUID, Known> known = Caffeine.newBuilder()
            .maximumSize(MAX_TENANTS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private record Known(long version, CompiledPolicies policies) {}

    /** Empty for a tenant that has never had a policy. */
    Optional<CompiledPolicies> of(UUID tenantId) {
        long version = versions.get(tenantId, store::version);
        return version == 0
                ? Optional.empty()
                : Optional.of(read(tenantId, version).policies());
    }

    private Known read(UUID tenantId, long version) {
        var found = known.getIfPresent(tenantId);
        if (found != null && found.version() == version) {
            return found;
        }
        return known.asMap()
                .compute(
                        tenantId,
                        (id, other) -> other != null && other.version() >= version ? other : compile(id, version));
    }

    private Known compile(UUID tenantId, long version) {
        return new Known(version, PolicyCompiler.compile(store.enabled(tenantId), store.rules(tenantId), sets));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PoliciesChanged change) {
        versions.forget();
    }

    @PreDestroy
    void forget() {
        known.invalidateAll();
    }

    @Override
    public void tell(Figures figures) {
        versions.tell(figures, "policy_versions");
    }
}

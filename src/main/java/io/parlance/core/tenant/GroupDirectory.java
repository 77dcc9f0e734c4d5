package io.parlance.core.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finds groups by the references that clients send, remembered for two seconds; a hit costs no transaction. */
@ApplicationScoped
public class GroupDirectory {
    @Inject
    Groups groups;

    private final Cache<Reference, Optional<Group>> byReference = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    /** How a client names a group: by its own reference, or by id or alias. */
    record Reference(UUID tenantId, boolean external, String text) {}

    /** Finds by id in any case or by alias, never by the external reference. */
    public Optional<Group> findByIdOrAlias(UUID tenantId, String idOrAlias) {
        return find(new Reference(tenantId, false, idOrAlias));
    }

    public Optional<Group> findByExternalRef(UUID tenantId, String externalRef) {
        return find(new Reference(tenantId, true, externalRef));
    }

    private Optional<Group> find(Reference reference) {
        return byReference.get(reference, groups::find);
    }

    /** Forgets everything on this node, so that a change made here counts at once. */
    void forget() {
        byReference.invalidateAll();
    }
}

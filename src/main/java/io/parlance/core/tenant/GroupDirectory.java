package io.parlance.core.tenant;

import io.parlance.core.store.ShortMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds groups by the references that clients send, remembered for two seconds; a hit costs no transaction. */
@ApplicationScoped
public class GroupDirectory {
    private static final int CAPACITY = 100_000;

    @Inject
    Groups groups;

    private final ShortMemory<Reference, Optional<Group>> byReference = new ShortMemory<>(CAPACITY);

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

    /** A change made on this node counts once it is committed. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DirectoryChanged change) {
        byReference.forget();
    }
}

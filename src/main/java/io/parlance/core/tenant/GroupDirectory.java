package io.parlance.core.tenant;

import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.store.ShortMemory;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds groups by the references that clients send, remembered for two seconds; a hit costs no transaction. */
@ApplicationScoped
public class GroupDirectory implements FigureSource {
    private static final int CAPACITY = 100_000;

    @Inject
    Groups groups;

    @Inject
    Sql sql;

    private final ShortMemory<Reference, Optional<Group>> byReference = new ShortMemory<>(CAPACITY);

    private final ShortMemory<Place, UUID> living = new ShortMemory<>(CAPACITY);

    private record Place(UUID tenantId, UUID id) {}

    /** How a client names a group: by its own reference, or by id or alias. */
    record Reference(UUID tenantId, boolean external, String text) {}

    /** Finds by id in any case or by alias, never by the external reference. */
    public Optional<Group> findByIdOrAlias(UUID tenantId, String idOrAlias) {
        return find(new Reference(tenantId, false, idOrAlias));
    }

    public Optional<Group> findByExternalRef(UUID tenantId, String externalRef) {
        return find(new Reference(tenantId, true, externalRef));
    }

    /** Those of these ids that are of groups which have not been deleted, by one query at most. */
    public Set<UUID> living(UUID tenantId, Collection<UUID> ids) {
        var wanted = ids.stream().map(id -> new Place(tenantId, id)).collect(Collectors.toSet());
        return Set.copyOf(
                living.getAll(wanted, missing -> load(tenantId, missing)).values());
    }

    private Map<Place, UUID> load(UUID tenantId, Set<Place> missing) {
        return sql
                .list(
                        "select id from tenant_group where tenant_id = ? and id = any(?) and deleted_at is null",
                        row -> row.getObject(1, UUID.class),
                        tenantId,
                        missing.stream().map(Place::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(id -> new Place(tenantId, id), Function.identity()));
    }

    private Optional<Group> find(Reference reference) {
        return byReference.get(reference, groups::find);
    }

    /** A change made on this node counts once it is committed. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DirectoryChanged change) {
        byReference.forget();
        living.forget();
    }

    @Override
    public void tell(Figures figures) {
        byReference.tell(figures, "group_references");
        living.tell(figures, "groups");
    }
}

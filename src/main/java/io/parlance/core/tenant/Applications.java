package io.parlance.core.tenant;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.TenantRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The client programs of a tenant. */
@ApplicationScoped
@Transactional
public class Applications {
    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    Event<DirectoryChanged> changes;

    public Application create(UUID tenantId, ApplicationFields fields) {
        var entity = new ApplicationEntity(tenantId, Ids.next(), numbers.nextApplication(), fields);
        database.entityManager().persist(entity);
        return entity.snapshot();
    }

    public Optional<Application> find(UUID tenantId, UUID id) {
        return rows().find(tenantId, id).map(ApplicationEntity::snapshot);
    }

    public Application require(UUID tenantId, UUID id) {
        return find(tenantId, id).orElseThrow(() -> notFound(id));
    }

    public Page<Application> list(UUID tenantId, PageRequest page) {
        return Page.of(rows().list(tenantId, page), page, row -> row.id().toString())
                .map(ApplicationEntity::snapshot);
    }

    /** Changes an application; the change sees it as it is, and nobody else changes it meanwhile. */
    public Application update(UUID tenantId, UUID id, Function<Application, ApplicationFields> change) {
        var entity = rows().lock(tenantId, id).orElseThrow(() -> notFound(id));
        entity.apply(change.apply(entity.snapshot()));
        changes.fire(new DirectoryChanged(tenantId));
        return entity.snapshot();
    }

    /** Removes an application; its credentials open nothing from then on. */
    public void delete(UUID tenantId, UUID id) {
        rows().find(tenantId, id).orElseThrow(() -> notFound(id)).delete();
        changes.fire(new DirectoryChanged(tenantId));
    }

    private TenantRows<ApplicationEntity> rows() {
        return new TenantRows<>(ApplicationEntity.class, database.entityManager());
    }

    private static RejectedException notFound(UUID id) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no application " + id);
    }
}

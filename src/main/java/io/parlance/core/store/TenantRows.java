package io.parlance.core.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries that all entities of a tenant share; needs a running transaction. */
public final class TenantRows<E extends TenantRow> {
    private final Class<E> type;
    private final EntityManager entityManager;

    public TenantRows(Class<E> type, EntityManager entityManager) {
        this.type = type;
        this.entityManager = entityManager;
    }

    public Optional<E> find(UUID tenantId, UUID id) {
        return Optional.ofNullable(entityManager.find(type, new TenantRowKey(tenantId, id)))
                .filter(row -> !row.deleted());
    }

    /** Finds a row and keeps other writers off it until the transaction ends. */
    public Optional<E> lock(UUID tenantId, UUID id) {
        return Optional.ofNullable(
                        entityManager.find(type, new TenantRowKey(tenantId, id), LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> !row.deleted());
    }

    /** Oldest first, behind the cursor of the request; one row more than its limit. */
    public List<E> list(UUID tenantId, PageRequest page) {
        var after = page.after() == null ? new UUID(0, 0) : page.after();
        return entityManager
                .createQuery(
                        "select r from " + type.getSimpleName()
                                + " r where r.tenantId = :tenant and r.id > :after and r.deletedAt is null order by r.id",
                        type)
                .setParameter("tenant", tenantId)
                .setParameter("after", after)
                .setMaxResults(page.fetch())
                .getResultList();
    }

    /** The one row whose attribute has this value, if there is one. */
    public Optional<E> findBy(UUID tenantId, String attribute, Object value) {
        return entityManager
                .createQuery(
                        "select r from " + type.getSimpleName() + " r where r.tenantId = :tenant and r." + attribute
                                + " = :value and r.deletedAt is null",
                        type)
                .setParameter("tenant", tenantId)
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}

package io.parlance.core.tenant;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.TenantRows;
import io.parlance.core.store.Unique;
import io.parlance.core.store.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The groups of a tenant. */
@ApplicationScoped
@Transactional
public class Groups {
    private static final String TAKEN = "another group of this tenant has this externalRef or alias";

    @Inject
    Database database;

    @Inject
    GroupDirectory directory;

    public Group create(UUID tenantId, GroupFields fields) {
        var entityManager = database.entityManager();
        requireAliasIsNoId(tenantId, fields);
        var entity = new GroupEntity(tenantId, Ids.next(), fields);
        entityManager.persist(entity);
        Unique.flush(entityManager, TAKEN);
        directory.forget();
        return entity.snapshot();
    }

    public Optional<Group> find(UUID tenantId, UUID id) {
        return rows().find(tenantId, id).map(GroupEntity::snapshot);
    }

    public Group require(UUID tenantId, UUID id) {
        return find(tenantId, id).orElseThrow(() -> notFound(id.toString()));
    }

    public Page<Group> list(UUID tenantId, PageRequest page) {
        return Page.of(rows().list(tenantId, page), page, row -> row.id().toString())
                .map(GroupEntity::snapshot);
    }

    public Group update(UUID tenantId, UUID id, GroupFields fields) {
        var entity = rows().find(tenantId, id).orElseThrow(() -> notFound(id.toString()));
        requireAliasIsNoId(tenantId, fields);
        entity.apply(fields);
        Unique.flush(database.entityManager(), TAKEN);
        directory.forget();
        return entity.snapshot();
    }

    public void delete(UUID tenantId, UUID id) {
        rows().find(tenantId, id).orElseThrow(() -> notFound(id.toString())).delete();
        directory.forget();
    }

    Optional<Group> find(GroupDirectory.Reference wanted) {
        if (wanted.external()) {
            return rows().findBy(wanted.tenantId(), "externalRef", wanted.text())
                    .map(GroupEntity::snapshot);
        }
        return Uuids.parse(wanted.text())
                .flatMap(id -> rows().find(wanted.tenantId(), id))
                .or(() -> rows().findBy(wanted.tenantId(), "alias", wanted.text()))
                .map(GroupEntity::snapshot);
    }

    private void requireAliasIsNoId(UUID tenantId, GroupFields fields) {
        var alias = fields.alias();
        if (alias != null
                && Uuids.parse(alias).flatMap(id -> rows().find(tenantId, id)).isPresent()) {
            throw new RejectedException(Reason.CONFLICT, "alias is another group's id");
        }
    }

    private TenantRows<GroupEntity> rows() {
        return new TenantRows<>(GroupEntity.class, database.entityManager());
    }

    private static RejectedException notFound(String id) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no group " + id);
    }
}

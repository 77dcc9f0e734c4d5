package io.parlance.core.tenant;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.TenantRows;
import io.parlance.core.store.Unique;
import io.parlance.core.store.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The groups of a tenant. */
@ApplicationScoped
@Transactional
public class Groups {
    private static final String TAKEN = "another group of this tenant has this externalRef or alias";

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    Event<DirectoryChanged> changes;

    public Group create(UUID tenantId, GroupFields fields) {
        return create(tenantId, fields, GroupProfile.NO_ATTRIBUTES);
    }

    /** Creates a group of which a dialect says more: a JSON object, as text. */
    public Group create(UUID tenantId, GroupFields fields, String attributes) {
        var entityManager = database.entityManager();
        requireAliasIsNoId(tenantId, fields);
        var entity = new GroupEntity(tenantId, Ids.next(), numbers.nextGroup(), fields, attributes);
        entityManager.persist(entity);
        Unique.flush(entityManager, TAKEN);
        changes.fire(new DirectoryChanged(tenantId));
        return entity.snapshot();
    }

    public Optional<Group> find(UUID tenantId, UUID id) {
        return rows().find(tenantId, id).map(GroupEntity::snapshot);
    }

    public Group require(UUID tenantId, UUID id) {
        return find(tenantId, id).orElseThrow(() -> notFound(id));
    }

    public Page<Group> list(UUID tenantId, PageRequest page) {
        return Page.of(rows().list(tenantId, page), page, row -> row.id().toString())
                .map(GroupEntity::snapshot);
    }

    /** Changes a group; the change sees the group as it is, and nobody else changes it meanwhile. */
    public Group update(UUID tenantId, UUID id, Function<Group, GroupFields> change) {
        var entity = rows().lock(tenantId, id).orElseThrow(() -> notFound(id));
        change(entity, change.apply(entity.snapshot()));
        return entity.snapshot();
    }

    /** The same for what a dialect says about the group, too. */
    public void update(UUID tenantId, UUID id, Function<Group, GroupFields> change, UnaryOperator<String> more) {
        var entity = rows().lock(tenantId, id).orElseThrow(() -> notFound(id));
        entity.attributes = more.apply(entity.attributes);
        change(entity, change.apply(entity.snapshot()));
    }

    private void change(GroupEntity entity, GroupFields fields) {
        requireAliasIsNoId(entity.tenantId(), fields);
        entity.apply(fields);
        Unique.flush(database.entityManager(), TAKEN);
        changes.fire(new DirectoryChanged(entity.tenantId()));
    }

    public void delete(UUID tenantId, UUID id) {
        rows().find(tenantId, id).orElseThrow(() -> notFound(id)).delete();
        changes.fire(new DirectoryChanged(tenantId));
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

    private static RejectedException notFound(UUID id) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no group " + id);
    }
}

package io.parlance.core.tenant;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.Unique;
import io.parlance.core.store.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tenants of the installation. */
@ApplicationScoped
@Transactional
public class Tenants {
    public static final String ACTIVE = "active";
    public static final String SUSPENDED = "suspended";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    /** Child tables first; a tenant's rows go in one transaction. */
    private static final List<String> OWNED_TABLES = List.of(
            "rate_limit",
            "burst_limit",
            "import_refusal",
            "import_job",
            "idempotency_key",
            "outbox_event",
            "thread_attachment",
            "attachment_chunk",
            "attachment",
            "inbox_entry",
            "message_words",
            "external_message",
            "message",
            "thread_note",
            "thread_deadline",
            "thread_participant",
            "thread",
            "policy_rule",
            "policy",
            "short_lived_secret",
            "person_grant",
            "credential",
            "app_user",
            "application",
            "tenant_group");

    /** Gives no row away as long as the tenant is there. */
    private static final String OUTLIVING_TABLE = "audit_entry";

    @Inject
    Database database;

    @Inject
    Sql sql;

    @Inject
    Event<DirectoryChanged> changes;

    /** Creates a tenant whose messages are kept for so many days, or for ever. */
    public Tenant create(String slug, String name, @Nullable Integer retentionDays) {
        return create(Ids.next(), slug, name, retentionDays);
    }

    /** Creates a tenant under a given id, as the demo tenant has one. */
    public Tenant create(UUID id, String slug, String name, @Nullable Integer retentionDays) {
        if (!SLUG.matcher(slug).matches() || Uuids.parse(slug).isPresent()) {
            throw new RejectedException(
                    Reason.INPUT_INVALID,
                    "slug must be 1-63 of a-z, 0-9 and -, not starting or ending with -, and no uuid");
        }
        var tenant =
                new Tenant(id, slug, name, ACTIVE, retentionDays, Instant.now().truncatedTo(ChronoUnit.MICROS));
        var entityManager = database.entityManager();
        entityManager.persist(new TenantEntity(tenant));
        Unique.flush(entityManager, "a tenant with slug " + slug + " exists");
        return tenant;
    }

    /** Finds by id, in any case, or by slug. */
    public Optional<Tenant> find(String idOrSlug) {
        return Uuids.parse(idOrSlug).flatMap(this::find).or(() -> findBySlug(idOrSlug));
    }

    private Optional<Tenant> findBySlug(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        return database.entityManager()
                .createQuery("select t from TenantEntity t where t.slug = :slug", TenantEntity.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .map(TenantEntity::snapshot);
    }

    public Optional<Tenant> find(UUID id) {
        return Optional.ofNullable(database.entityManager().find(TenantEntity.class, id))
                .map(TenantEntity::snapshot);
    }

    public Tenant require(String idOrSlug) {
        return find(idOrSlug).orElseThrow(() -> notFound(idOrSlug));
    }

    public Page<Tenant> list(PageRequest page) {
        var after = page.after() == null ? new UUID(0, 0) : page.after();
        var rows = database.entityManager()
                .createQuery("select t from TenantEntity t where t.id > :after order by t.id", TenantEntity.class)
                .setParameter("after", after)
                .setMaxResults(page.fetch())
                .getResultStream()
                .map(TenantEntity::snapshot)
                .toList();
        return Page.of(rows, page, tenant -> tenant.id().toString());
    }

    /** Renames a tenant, changes its status or its retention; a suspended tenant's credentials are refused. */
    public Tenant update(UUID id, UnaryOperator<Tenant> change) {
        var entity = database.entityManager().find(TenantEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw notFound(id.toString());
        }
        var changed = change.apply(entity.snapshot());
        if (!List.of(ACTIVE, SUSPENDED).contains(changed.status())) {
            throw new RejectedException(Reason.INPUT_INVALID, "status must be active or suspended");
        }
        entity.name = changed.name();
        entity.status = changed.status();
        entity.retentionDays = changed.retentionDays();
        changes.fire(new DirectoryChanged(id));
        return entity.snapshot();
    }

    /** After so many days nobody keeps a message any more; empty while any tenant keeps its messages for ever. */
    public Optional<Integer> longestRetentionDays() {
        return sql.one(
                "select max(retention_days) from tenant having bool_and(retention_days is not null)",
                row -> row.getInt(1));
    }

    /** The ids of all tenants, in no order. */
    public List<UUID> ids() {
        return sql.list("select id from tenant", row -> row.getObject(1, UUID.class));
    }

    /** Removes the tenant and everything it owns, for good; see {@link TenantRemoval}. */
    void delete(Tenant tenant) {
        if (sql.one("select id from tenant where id = ? for update", row -> row.getString(1), tenant.id())
                .isEmpty()) {
            throw notFound(tenant.slug());
        }
        OWNED_TABLES.forEach(table -> deleteOwned(tenant, table));
        sql.update("delete from tenant where id = ?", tenant.id());
        deleteOwned(tenant, OUTLIVING_TABLE);
        changes.fire(new DirectoryChanged(tenant.id()));
    }

    /** Removes what was stored for a tenant that is gone. */
    void deleteRemains(Tenant tenant) {
        OWNED_TABLES.forEach(table -> deleteOwned(tenant, table));
        deleteOwned(tenant, OUTLIVING_TABLE);
    }

    private void deleteOwned(Tenant tenant, String table) {
        sql.update("delete from " + table + " where tenant_id = ?", tenant.id());
    }

    private static RejectedException notFound(String idOrSlug) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no tenant " + idOrSlug);
    }
}

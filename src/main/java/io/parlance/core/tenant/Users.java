package io.parlance.core.tenant;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TenantRows;
import io.parlance.core.store.Unique;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people of a tenant. */
@ApplicationScoped
@Transactional
public class Users {
    private static final String TAKEN = "another user of this tenant has this email";

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    PasswordHashes hashes;

    @Inject
    Event<DirectoryChanged> changes;

    public User create(UUID tenantId, UserFields fields, @Nullable String password) {
        var hash = hash(password);
        var entity = new UserEntity(tenantId, Ids.next(), numbers.nextUser(), fields);
        entity.passwordHash = hash;
        database.entityManager().persist(entity);
        Unique.flush(database.entityManager(), TAKEN);
        return entity.snapshot();
    }

    public Optional<User> find(UUID tenantId, UUID id) {
        return rows().find(tenantId, id).map(UserEntity::snapshot);
    }

    public Optional<User> findByEmail(UUID tenantId, String email) {
        return rowByEmail(tenantId, email).map(UserEntity::snapshot);
    }

    /** What is to be known of a person who logs in. */
    Optional<Login> login(UUID tenantId, String email) {
        return rowByEmail(tenantId, email).map(row -> new Login(row.snapshot(), row.passwordHash));
    }

    /** A person, and the hash of their password; null where they have none. */
    record Login(User user, @Nullable String passwordHash) {}

    private Optional<UserEntity> rowByEmail(UUID tenantId, String email) {
        if (!Sql.isStorable(email)) {
            return Optional.empty();
        }
        return database.entityManager()
                .createQuery(
                        "select u from UserEntity u where u.tenantId = :tenant and lower(u.email) = :email"
                                + " and u.deletedAt is null",
                        UserEntity.class)
                .setParameter("tenant", tenantId)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** The living users among these numbers, in no order. */
    public List<User> findByNumbers(UUID tenantId, Collection<Long> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.entityManager()
                .createQuery(
                        "select u from UserEntity u where u.tenantId = :tenant and u.number in :numbers"
                                + " and u.deletedAt is null",
                        UserEntity.class)
                .setParameter("tenant", tenantId)
                .setParameter("numbers", wanted)
                .getResultStream()
                .map(UserEntity::snapshot)
                .toList();
    }

    /** The users with these ids, in no order, also those who were deleted: what they wrote still has their names. */
    public List<User> findAll(UUID tenantId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.entityManager()
                .createQuery("select u from UserEntity u where u.tenantId = :tenant and u.id in :ids", UserEntity.class)
                .setParameter("tenant", tenantId)
                .setParameter("ids", ids)
                .getResultStream()
                .map(UserEntity::snapshot)
                .toList();
    }

    public User require(UUID tenantId, UUID id) {
        return find(tenantId, id).orElseThrow(() -> notFound(id));
    }

    public Page<User> list(UUID tenantId, PageRequest page) {
        return Page.of(rows().list(tenantId, page), page, row -> row.id().toString())
                .map(UserEntity::snapshot);
    }

    /** Changes a person; the change sees the person as stored, and nobody else changes them meanwhile. */
    public User update(UUID tenantId, UUID id, Function<User, UserFields> change) {
        var entity = rows().lock(tenantId, id).orElseThrow(() -> notFound(id));
        entity.apply(change.apply(entity.snapshot()));
        Unique.flush(database.entityManager(), TAKEN);
        changes.fire(new DirectoryChanged(tenantId));
        return entity.snapshot();
    }

    /** Gives a person a password, or takes it away where it is null. */
    public void setPassword(UUID tenantId, UUID id, @Nullable String password) {
        var hash = hash(password);
        rows().lock(tenantId, id).orElseThrow(() -> notFound(id)).passwordHash = hash;
    }

    /** Removes a person; their tokens open nothing from then on. */
    public void delete(UUID tenantId, UUID id) {
        rows().find(tenantId, id).orElseThrow(() -> notFound(id)).delete();
        changes.fire(new DirectoryChanged(tenantId));
    }

    /** Slow on purpose: call it before anything that holds a connection or a row. */
    private @Nullable String hash(@Nullable String password) {
        return password == null ? null : hashes.make(password);
    }

    private TenantRows<UserEntity> rows() {
        return new TenantRows<>(UserEntity.class, database.entityManager());
    }

    private static RejectedException notFound(UUID id) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no user " + id);
    }
}

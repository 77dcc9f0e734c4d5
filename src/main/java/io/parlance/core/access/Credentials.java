package io.parlance.core.access;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TenantRows;
import io.parlance.core.store.Unique;
import io.parlance.core.tenant.DirectoryChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues, shows, revokes and finds credentials. {@link #findBySecret} is the one place that reads tenants' rows without knowing
 * the tenant: the credential found is what tells it.
 */
@ApplicationScoped
@Transactional
public class Credentials {
    @Inject
    Database database;

    @Inject
    Sql sql;

    @Inject
    Event<DirectoryChanged> changes;

    @Inject
    SignedTokens signedTokens;

    public IssuedCredential issue(UUID tenantId, NewCredential wish) {
        return issue(tenantId, wish, Secret.random(wish.kind()));
    }

    /** Issues a credential with a given secret unless there is one: for the demo tenant, whose secrets are known. */
    public void ensure(UUID tenantId, NewCredential wish, String secret) {
        if (findBySecret(Secret.sha256(secret)).isEmpty()) {
            issue(tenantId, wish, secret);
        }
    }

    private IssuedCredential issue(UUID tenantId, NewCredential wish, String secret) {
        var entity = new CredentialEntity(tenantId, Ids.next(), wish);
        if (wish.kind() == CredentialKind.CLIENT_TOKEN) {
            requireNoOther(tenantId, wish);
        }
        if (wish.kind() == CredentialKind.OAUTH_CLIENT) {
            entity.clientId = entity.id().toString().replace("-", "");
        }
        boolean signed = wish.kind() == CredentialKind.USER_JWT;
        entity.secretHash = signed ? null : Secret.sha256(secret);
        database.entityManager().persist(entity);
        Unique.flush(database.entityManager(), "this secret is in use");
        var credential = entity.snapshot();
        changes.fire(new DirectoryChanged(tenantId));
        return new IssuedCredential(credential, signed ? signedTokens.sign(credential) : secret);
    }

    /** Keeps other writers off a credential until the transaction ends. */
    void lock(UUID tenantId, UUID id) {
        rows().lock(tenantId, id);
    }

    public Page<Credential> list(UUID tenantId, PageRequest page) {
        return Page.of(rows().list(tenantId, page), page, row -> row.id().toString())
                .map(CredentialEntity::snapshot);
    }

    public Optional<Credential> find(UUID tenantId, UUID id) {
        return rows().find(tenantId, id).map(CredentialEntity::snapshot);
    }

    /** Ends a credential now; it counts within five seconds on every node. */
    public void revoke(UUID tenantId, UUID id) {
        revoke(tenantId, id, Duration.ZERO);
    }

    /** Ends at once what an application or a person has; for when the owner goes. */
    public void revokeAllOf(UUID tenantId, UUID ownerId) {
        sql.update(
                "update credential set revoked_at = least(revoked_at, ?)"
                        + " where tenant_id = ? and (application_id = ? or user_id = ?)",
                Instant.now(Clock.systemUTC()),
                tenantId,
                ownerId,
                ownerId);
        changes.fire(new DirectoryChanged(tenantId));
    }

    /** Issues a successor of the same rights and ends the old credential after the overlap; one that has ended stays so. */
    public IssuedCredential rotate(UUID tenantId, UUID id, Duration overlap) {
        var current = rows().lock(tenantId, id).orElseThrow(() -> notFound(id)).snapshot();
        var now = Instant.now(Clock.systemUTC()); // after the lock: whoever held it may have ended the credential
        if (current.revoked(now) || current.expired(now)) {
            throw new RejectedException(Reason.CONFLICT, "this credential has ended; issue a new one");
        }
        var old = revoke(tenantId, id, overlap);
        var timeToLive = old.expiresAt() == null ? null : Duration.between(old.createdAt(), old.expiresAt());
        return issue(
                tenantId,
                new NewCredential(
                        old.kind(),
                        old.applicationId(),
                        old.userId(),
                        timeToLive,
                        old.groups(),
                        old.actorType(),
                        old.redirectUri()));
    }

    Optional<Credential> findBySecret(byte[] hash) {
        return database.entityManager()
                .createQuery("select c from CredentialEntity c where c.secretHash = :hash", CredentialEntity.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(CredentialEntity::snapshot);
    }

    /** The client with this public id, which is unique in the installation. */
    Optional<Credential> findByClientId(String clientId) {
        if (!Sql.isStorable(clientId)) {
            return Optional.empty();
        }
        return database.entityManager()
                .createQuery("select c from CredentialEntity c where c.clientId = :id", CredentialEntity.class)
                .setParameter("id", clientId)
                .getResultStream()
                .findFirst()
                .map(CredentialEntity::snapshot);
    }

    private Credential revoke(UUID tenantId, UUID id, Duration overlap) {
        var entity = rows().lock(tenantId, id).orElseThrow(() -> notFound(id));
        entity.revoke(Instant.now(Clock.systemUTC()).plus(overlap));
        changes.fire(new DirectoryChanged(tenantId));
        return entity.snapshot();
    }

    /** One credential that is not being phased out; two that ask at once queue at the application's row. */
    private void requireNoOther(UUID tenantId, NewCredential wish) {
        database.entityManager().flush();
        sql.list(
                "select id from application where tenant_id = ? and id = ? for update",
                row -> row.getObject(1, UUID.class),
                tenantId,
                wish.applicationId());
        var other = sql.one(
                "select id from credential where tenant_id = ? and application_id = ? and kind = ?"
                        + " and revoked_at is null and (expires_at is null or expires_at > ?)",
                row -> row.getObject(1, UUID.class),
                tenantId,
                wish.applicationId(),
                wish.kind().name(),
                Instant.now(Clock.systemUTC()));
        if (other.isPresent()) {
            throw new RejectedException(
                    Reason.CONFLICT, "this application has its client-token; rotate or revoke that one");
        }
    }

    private TenantRows<CredentialEntity> rows() {
        return new TenantRows<>(CredentialEntity.class, database.entityManager());
    }

    private static RejectedException notFound(UUID id) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no credential " + id);
    }
}

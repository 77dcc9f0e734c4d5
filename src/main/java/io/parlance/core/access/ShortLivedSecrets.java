package io.parlance.core.access;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what is issued in passing: only hashes, and these for a while after their end, so that an expired token can be told
 * from an unknown one. {@link #find} and {@link #take} read tenants' rows without knowing the tenant, as {@link Credentials}
 * does: what is found tells it.
 */
@ApplicationScoped
class ShortLivedSecrets {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final String COLUMNS =
            "tenant_id, id, kind, credential_id, grant_id, secret_hash, created_at, expires_at";

    @Inject
    Sql sql;

    /** Stores one, and deletes what the same credential was issued long ago. */
    void add(ShortLivedSecret secret) {
        sql.update(
                "delete from short_lived_secret where tenant_id = ? and credential_id = ? and kind = ? and expires_at < ?",
                secret.tenantId(),
                secret.credentialId(),
                secret.kind().name(),
                secret.createdAt().minus(kept(secret.kind())));
        sql.update(
                "insert into short_lived_secret (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                secret.tenantId(),
                secret.id(),
                secret.kind().name(),
                secret.credentialId(),
                secret.grantId(),
                secret.hash(),
                secret.createdAt(),
                secret.expiresAt());
    }

    /** The one of this kind that a credential has longest. */
    Optional<ShortLivedSecret> newest(UUID tenantId, UUID credentialId, CredentialKind kind) {
        return sql.one(
                "select " + COLUMNS + " from short_lived_secret where tenant_id = ? and credential_id = ? and kind = ?"
                        + " order by expires_at desc limit 1",
                ShortLivedSecrets::read,
                tenantId,
                credentialId,
                kind.name());
    }

    Optional<ShortLivedSecret> find(CredentialKind kind, byte[] hash) {
        return sql.one(
                "select " + COLUMNS + " from short_lived_secret where secret_hash = ? and kind = ?",
                ShortLivedSecrets::read,
                hash,
                kind.name());
    }

    /** Finds one and removes it; of two who ask at once, one gets it. */
    Optional<ShortLivedSecret> take(CredentialKind kind, byte[] hash) {
        return sql.one(
                "delete from short_lived_secret where secret_hash = ? and kind = ? returning " + COLUMNS,
                ShortLivedSecrets::read,
                hash,
                kind.name());
    }

    /** Marks one as used; false if it was used before. */
    boolean use(ShortLivedSecret secret, Instant now) {
        return sql.update(
                        "update short_lived_secret set used_at = ? where tenant_id = ? and id = ? and used_at is null",
                        now,
                        secret.tenantId(),
                        secret.id())
                == 1;
    }

    /** A client that renews a person's token when it is told that it expired may come as late as its refresh token counts. */
    private static Duration kept(CredentialKind kind) {
        return kind == CredentialKind.PERSON_TOKEN ? PersonGrants.REFRESH_LIFETIME : KEPT;
    }

    private static ShortLivedSecret read(ResultSet row) throws SQLException {
        return new ShortLivedSecret(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                CredentialKind.valueOf(row.getString("kind")),
                row.getObject("credential_id", UUID.class),
                row.getObject("grant_id", UUID.class),
                row.getBytes("secret_hash"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")));
    }
}

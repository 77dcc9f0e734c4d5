package io.parlance.core.access;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of administrators: the one in {@code parlance.admin.token} and those made with it. They belong to no tenant. */
@ApplicationScoped
public class AdminTokens {
    private static final String FIRST = "first-admin-token";

    @Inject
    Configuration configuration;

    @Inject
    Sql sql;

    @Inject
    KnownCallers known;

    /** A new token and, this once, its secret. */
    public record Issued(AdminToken token, String secret) {}

    public Issued issue(String name, @Nullable Duration timeToLive) {
        return issue(name, timeToLive, Secret.random(CredentialKind.ADMIN));
    }

    /**
     * Makes the first token if none is configured and none exists; the secret is answered only then. Of several nodes that
     * start at once, one makes it: a name in a table is taken by the statement that makes the token.
     */
    public Optional<String> makeFirst() {
        if (configuration.find(CoreKey.ADMIN_TOKEN).isPresent()
                || sql.one("select 1 from admin_token limit 1", row -> 1).isPresent()) {
            return Optional.empty();
        }
        sql.update("delete from installation where name = ? and not exists (select 1 from admin_token)", FIRST);
        var secret = Secret.random(CredentialKind.ADMIN);
        int made = sql.update(
                "with turn as (insert into installation (name, value) values (?, '') on conflict (name) do nothing"
                        + " returning name)"
                        + " insert into admin_token (id, name, secret_hash, created_at, generated)"
                        + " select ?, 'first', ?, ?, true from turn",
                FIRST,
                Ids.next(),
                Secret.sha256(secret),
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS));
        return made == 1 ? Optional.of(secret) : Optional.empty();
    }

    public Page<AdminToken> list(PageRequest page) {
        var after = page.after() == null ? new UUID(0, 0) : page.after();
        var rows = sql.list(
                "select id, name, created_at, expires_at from admin_token where id > ? order by id limit ?",
                AdminTokens::read,
                after,
                page.fetch());
        return Page.of(rows, page, token -> token.id().toString());
    }

    public void revoke(UUID id) {
        if (sql.update("delete from admin_token where id = ?", id) == 0) {
            throw new RejectedException(Reason.RESOURCE_NOT_FOUND, "no admin token " + id);
        }
        known.forget();
    }

    Verdict check(String text) {
        var hash = Secret.sha256(text);
        var configured = configuration.find(CoreKey.ADMIN_TOKEN);
        if (configured.isPresent() && MessageDigest.isEqual(hash, Secret.sha256(configured.get()))) {
            return new Verdict.Granted(Caller.administrator(Caller.INSTALLATION));
        }
        if (!Secret.wellFormed(CredentialKind.ADMIN, text)) {
            return Verdict.INVALID;
        }
        return known.get("admin/" + HexFormat.of().formatHex(hash), () -> load(hash))
                .verdict(Instant.now(Clock.systemUTC()));
    }

    private Resolved load(byte[] hash) {
        return sql.one(
                        "select id, name, created_at, expires_at from admin_token where secret_hash = ?",
                        AdminTokens::read,
                        (Object) hash)
                .map(AdminTokens::resolve)
                .orElse(Resolved.UNKNOWN);
    }

    private Issued issue(String name, @Nullable Duration timeToLive, String secret) {
        var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
        var token = new AdminToken(Ids.next(), name, now, timeToLive == null ? null : now.plus(timeToLive));
        sql.update(
                "insert into admin_token (id, name, secret_hash, created_at, expires_at) values (?, ?, ?, ?, ?)",
                token.id(),
                name,
                Secret.sha256(secret),
                now,
                token.expiresAt());
        return new Issued(token, secret);
    }

    private static Resolved resolve(AdminToken token) {
        var credential = new Credential(
                Caller.INSTALLATION,
                token.id(),
                CredentialKind.ADMIN,
                null,
                null,
                null,
                null,
                null,
                null,
                token.createdAt(),
                token.expiresAt(),
                null,
                null);
        return Resolved.of(credential, Caller.administrator(token.id()));
    }

    private static AdminToken read(ResultSet row) throws SQLException {
        return new AdminToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "expires_at"));
    }
}

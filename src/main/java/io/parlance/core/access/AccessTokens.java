package io.parlance.core.access;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens for clients that proved who they are. A client that asks again gets the token it has, unless that ends soon:
 * tokens are derived from the master key and the id of their row, so none lies in the store. A token opens what its client
 * opens and counts as long as its client does.
 */
@ApplicationScoped
@Transactional
public class AccessTokens {
    private static final Duration LIFETIME = Duration.ofHours(1);
    /** Its lifetime is told in whole seconds. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration ENDS_SOON = Duration.ofMinutes(5);

    @Inject
    Credentials credentials;

    @Inject
    ShortLivedSecrets secrets;

    @Inject
    MasterKey masterKey;

    /** A token and how long it still counts. */
    public record AccessToken(String text, Duration remaining) {}

    /** The token of a client; of two requests at once, one makes it. */
    public AccessToken issue(Caller client) {
        return current(client).orElseGet(() -> {
            credentials.lock(client.tenantId(), client.credentialId());
            return current(client).orElseGet(() -> fresh(client));
        });
    }

    private Optional<AccessToken> current(Caller client) {
        var now = now();
        var last = end(client, now);
        var needed = earlier(last, now.plus(ENDS_SOON));
        return secrets.newest(client.tenantId(), client.credentialId(), CredentialKind.OAUTH_TOKEN)
                .filter(token -> !token.expiresAt().isBefore(needed))
                .filter(this::isDerived)
                .map(token -> token(token.id(), Duration.between(now, earlier(token.expiresAt(), last))));
    }

    /** A row made under another master key is of no use. */
    private boolean isDerived(ShortLivedSecret token) {
        return MessageDigest.isEqual(token.hash(), Secret.sha256(text(token.id())));
    }

    private AccessToken fresh(Caller client) {
        var now = now();
        var id = Ids.next();
        var end = end(client, now);
        secrets.add(new ShortLivedSecret(
                client.tenantId(),
                id,
                CredentialKind.OAUTH_TOKEN,
                client.credentialId(),
                null,
                Secret.sha256(text(id)),
                now,
                end));
        return token(id, Duration.between(now, end));
    }

    private AccessToken token(UUID id, Duration remaining) {
        return new AccessToken(text(id), remaining);
    }

    /** When a token that begins now ends: in an hour, but not after its client. */
    private Instant end(Caller client, Instant now) {
        var credential = credentials
                .find(client.tenantId(), client.credentialId())
                .filter(found -> found.end().filter(now.plus(SHORTEST)::isAfter).isEmpty())
                .orElseThrow(() -> new RejectedException(Reason.CREDENTIAL_INVALID, "the client has ended"));
        var hour = now.plus(LIFETIME);
        return credential.end().map(end -> earlier(end, hour)).orElse(hour);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private String text(UUID id) {
        return Secret.derived(CredentialKind.OAUTH_TOKEN, masterKey.derive("oauth-token/" + id));
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    }
}

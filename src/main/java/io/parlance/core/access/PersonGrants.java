package io.parlance.core.access;

import io.parlance.core.store.Ids;
import io.parlance.core.tenant.DirectoryChanged;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients act as the people who allowed it (RFC 6749). A code and a refresh token count once: whoever uses one again is not
 * alone in having it, so the grant ends with everything that was issued on it. Answers are empty instead of refusals, because a
 * refusal would take that end back.
 */
@ApplicationScoped
@Transactional
public class PersonGrants {
    public static final Duration REFRESH_LIFETIME = Duration.ofDays(365);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(30);

    @Inject
    Grants grants;

    @Inject
    ShortLivedSecrets secrets;

    @Inject
    Credentials credentials;

    @Inject
    CallerRows callers;

    @Inject
    Users users;

    @Inject
    Event<DirectoryChanged> changes;

    /**
     * What a client gets.
     *
     * @param refreshToken null where the client can ask anew without the person
     */
    public record Tokens(User user, String accessToken, Duration lifetime, @Nullable String refreshToken) {}

    public Optional<RegisteredClient> findClient(String clientId) {
        return callers.client(clientId);
    }

    /** The one address to which a client's codes are sent. */
    public Optional<String> redirectUri(Caller client) {
        return credentials.find(client.tenantId(), client.credentialId()).map(Credential::redirectUri);
    }

    /** Lets a client act as a person: a code that it exchanges within half an hour. */
    public String allow(RegisteredClient client, User user) {
        var now = now();
        var credential = client.credential();
        var grant = grants.add(credential.tenantId(), credential.id(), user.id(), now);
        return issue(CredentialKind.AUTHORIZATION_CODE, grant, now, CODE_LIFETIME);
    }

    /** Tokens for a code; empty if it is unknown, another client's, used or too old. */
    public Optional<Tokens> redeem(Caller client, String code, Duration lifetime) {
        return spend(CredentialKind.AUTHORIZATION_CODE, client, code, lifetime);
    }

    /** Tokens for a refresh token; empty if it is unknown, another client's, used or too old. */
    public Optional<Tokens> refresh(Caller client, String refreshToken, Duration lifetime) {
        return spend(CredentialKind.REFRESH_TOKEN, client, refreshToken, lifetime);
    }

    /** A token to act as a person whom an operator chose for the client. */
    public Tokens speakAs(Caller client, User user, Duration lifetime) {
        var now = now();
        var grant = grants.add(client.tenantId(), client.credentialId(), user.id(), now);
        return new Tokens(user, issue(CredentialKind.PERSON_TOKEN, grant, now, lifetime), lifetime, null);
    }

    private Optional<Tokens> spend(CredentialKind kind, Caller client, String text, Duration lifetime) {
        if (!Secret.wellFormed(kind, text)) {
            return Optional.empty();
        }
        return secrets.find(kind, Secret.sha256(text))
                .filter(secret -> secret.credentialId().equals(client.credentialId()))
                .flatMap(this::use)
                .flatMap(grant ->
                        users.find(grant.tenantId(), grant.userId()).map(user -> tokens(grant, user, lifetime)));
    }

    private Optional<Grant> use(ShortLivedSecret secret) {
        var grant = Optional.ofNullable(secret.grantId()).flatMap(id -> grants.lock(secret.tenantId(), id));
        var now = now();
        if (grant.isEmpty() || grant.get().revoked()) {
            return Optional.empty();
        }
        if (!secrets.use(secret, now)) {
            grants.revoke(grant.get(), now);
            changes.fire(new DirectoryChanged(secret.tenantId()));
            return Optional.empty();
        }
        return grant.filter(valid -> secret.expiresAt().isAfter(now));
    }

    private Tokens tokens(Grant grant, User user, Duration lifetime) {
        var now = now();
        return new Tokens(
                user,
                issue(CredentialKind.PERSON_TOKEN, grant, now, lifetime),
                lifetime,
                issue(CredentialKind.REFRESH_TOKEN, grant, now, REFRESH_LIFETIME));
    }

    private String issue(CredentialKind kind, Grant grant, Instant now, Duration lifetime) {
        var text = Secret.random(kind);
        secrets.add(new ShortLivedSecret(
                grant.tenantId(),
                Ids.next(),
                kind,
                grant.credentialId(),
                grant.id(),
                Secret.sha256(text),
                now,
                now.plus(lifetime)));
        return text;
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    }
}

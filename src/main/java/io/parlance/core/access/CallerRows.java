package io.parlance.core.access;

import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.Applications;
import io.parlance.core.tenant.Tenants;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a credential with its tenant, application and person, all in one transaction. */
@ApplicationScoped
@Transactional
class CallerRows {
    @Inject
    Credentials credentials;

    @Inject
    ShortLivedSecrets secrets;

    @Inject
    Grants grants;

    @Inject
    Tenants tenants;

    @Inject
    Applications applications;

    @Inject
    Users users;

    Resolved bySecret(byte[] hash) {
        return credentials.findBySecret(hash).map(this::resolve).orElse(Resolved.UNKNOWN);
    }

    Resolved byId(UUID tenantId, UUID id) {
        return credentials.find(tenantId, id).map(this::resolve).orElse(Resolved.UNKNOWN);
    }

    /** An access token is as good as the client that got it, until its own end. */
    Resolved byAccessToken(byte[] hash) {
        return secrets.find(CredentialKind.OAUTH_TOKEN, hash)
                .map(token -> byId(token.tenantId(), token.credentialId()).lending(token))
                .orElse(Resolved.UNKNOWN);
    }

    /** The client speaks as the person who allowed it, as long as both are there and the grant counts. */
    Resolved byPersonToken(byte[] hash) {
        return secrets.find(CredentialKind.PERSON_TOKEN, hash)
                .map(this::ofPerson)
                .orElse(Resolved.UNKNOWN);
    }

    private Resolved ofPerson(ShortLivedSecret token) {
        var client = byId(token.tenantId(), token.credentialId());
        return Optional.ofNullable(token.grantId())
                .flatMap(id -> grants.find(token.tenantId(), id))
                .filter(grant -> !grant.revoked())
                .flatMap(grant -> users.find(grant.tenantId(), grant.userId()))
                .map(user -> client.speakingAs(user, token))
                .orElse(Resolved.UNKNOWN);
    }

    /** The client with this public id, if it counts now. */
    Optional<RegisteredClient> client(String clientId) {
        return credentials
                .findByClientId(clientId)
                .map(this::resolve)
                .filter(client -> client.verdict(Instant.now(Clock.systemUTC())) instanceof Verdict.Granted)
                .map(client -> new RegisteredClient(
                        Objects.requireNonNull(client.credential()),
                        Objects.requireNonNull(client.caller()).requireApplication()));
    }

    private Resolved resolve(Credential credential) {
        var active = tenants.find(credential.tenantId())
                .filter(tenant -> tenant.status().equals(Tenants.ACTIVE))
                .isPresent();
        var application = application(credential);
        var user = user(credential);
        if (!active || (application == null && user == null)) {
            return Resolved.UNKNOWN;
        }
        return Resolved.of(
                credential,
                new Caller(
                        credential.tenantId(),
                        credential.id(),
                        credential.kind(),
                        application,
                        user,
                        credential.groups() == null ? null : Set.copyOf(credential.groups()),
                        credential.actorType()));
    }

    private @Nullable Application application(Credential credential) {
        var id = credential.applicationId();
        return id == null ? null : applications.find(credential.tenantId(), id).orElse(null);
    }

    private @Nullable User user(Credential credential) {
        var id = credential.userId();
        return id == null ? null : users.find(credential.tenantId(), id).orElse(null);
    }
}

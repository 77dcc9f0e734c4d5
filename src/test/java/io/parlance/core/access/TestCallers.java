package io.parlance.core.access;

import io.parlance.core.tenant.Application;
import io.parlance.core.tenant.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credentials and their callers as tests need them, and a directory in memory that knows them. */
final class TestCallers extends CallerDirectory {
    static final UUID TENANT = UUID.fromString("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0");
    static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Resolved> bySecret = new HashMap<>();
    private final Map<UUID, Resolved> byId = new HashMap<>();

    @Override
    Resolved bySecret(String secret) {
        return bySecret.getOrDefault(secret, Resolved.UNKNOWN);
    }

    @Override
    Resolved byId(UUID tenantId, UUID id) {
        var found = byId.get(id);
        return found != null && found.credential().tenantId().equals(tenantId) ? found : Resolved.UNKNOWN;
    }

    /** Makes a credential known under a secret. */
    Credential add(String secret, Credential credential) {
        var resolved = resolved(credential);
        bySecret.put(secret, resolved);
        byId.put(credential.id(), resolved);
        return credential;
    }

    static Resolved resolved(Credential credential) {
        return Resolved.of(
                credential,
                new Caller(
                        credential.tenantId(),
                        credential.id(),
                        credential.kind(),
                        credential.applicationId() == null ? null : application(credential),
                        credential.userId() == null ? null : user(credential.tenantId(), credential.userId()),
                        null,
                        credential.actorType()));
    }

    static Credential ofApplication(CredentialKind kind, UUID applicationId) {
        return credential(kind, applicationId, null, null, null);
    }

    /** A credential of a person; it ends, and is revoked, that long from now. */
    static Credential ofUser(CredentialKind kind, @Nullable Duration end, @Nullable Duration revoked) {
        return credential(kind, null, UUID.randomUUID(), end, revoked);
    }

    static Credential credential(
            CredentialKind kind,
            @Nullable UUID applicationId,
            @Nullable UUID userId,
            @Nullable Duration end,
            @Nullable Duration revoked) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Credential(
                TENANT,
                UUID.randomUUID(),
                kind,
                applicationId,
                userId,
                null,
                null,
                null,
                null,
                now.minus(HOUR),
                end == null ? null : now.plus(end),
                revoked == null ? null : now.plus(revoked),
                null);
    }

    static User user(UUID tenantId, UUID id) {
        return new User(tenantId, id, 1, "ada@example.org", "Ada", "Byron", List.of("approvers"), Instant.EPOCH);
    }

    private static Application application(Credential credential) {
        return new Application(credential.tenantId(), credential.applicationId(), 1, "client", "{}", Instant.EPOCH);
    }
}

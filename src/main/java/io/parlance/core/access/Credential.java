package io.parlance.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it may be shown: without its secret.
 *
 * @param applicationId null for a person's token
 * @param userId null for an application's credential
 * @param groups ids of the only groups it opens; null for all
 * @param clientId public id of an {@code oauth-client}
 * @param lastUsedAt written lazily, up to a minute late
 */
public record Credential(
        UUID tenantId,
        UUID id,
        CredentialKind kind,
        @Nullable UUID applicationId,
        @Nullable UUID userId,
        @Nullable List<UUID> groups,
        @Nullable String actorType,
        @Nullable String clientId,
        @Nullable String redirectUri,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** When it ends, by its own time to live or by a revocation to come; empty for no end. */
    Optional<Instant> end() {
        return Stream.of(Optional.ofNullable(expiresAt), Optional.ofNullable(revokedAt))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    public boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    public boolean revoked(Instant now) {
        return revokedAt != null && !revokedAt.isAfter(now);
    }
}

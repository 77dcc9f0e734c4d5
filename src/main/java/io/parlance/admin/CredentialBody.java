package io.parlance.admin;

import io.parlance.core.access.Credential;
import io.parlance.core.access.CredentialKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential as this API shows it, without its secret; the kind is the word by which it was asked for. */
public record CredentialBody(
        UUID id,
        String kind,
        @Nullable UUID applicationId,
        @Nullable UUID userId,
        @Nullable List<UUID> groups,
        @Nullable String actorType,
        @Nullable String clientId,
        @Nullable String redirectUri,
        @Nullable Long ttlSeconds,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    static CredentialBody of(Credential credential) {
        return new CredentialBody(
                credential.id(),
                kind(credential.kind()),
                credential.applicationId(),
                credential.userId(),
                credential.groups(),
                credential.actorType(),
                credential.clientId(),
                credential.redirectUri(),
                Lifetimes.seconds(credential.createdAt(), credential.expiresAt()),
                credential.createdAt(),
                credential.expiresAt(),
                credential.revokedAt(),
                credential.lastUsedAt());
    }

    private static String kind(CredentialKind kind) {
        return switch (kind) {
            case USER_BEARER -> UserTokenRequests.BEARER;
            case USER_JWT -> UserTokenRequests.JWT;
            default -> kind.wireName();
        };
    }
}

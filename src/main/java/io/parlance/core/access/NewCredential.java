package io.parlance.core.access;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Wish for a credential of an application or, where {@code userId} is set, of a person.
 *
 * @param timeToLive null for no end
 * @param groups null for all groups of the tenant
 */
public record NewCredential(
        CredentialKind kind,
        @Nullable UUID applicationId,
        @Nullable UUID userId,
        @Nullable Duration timeToLive,
        @Nullable List<UUID> groups,
        @Nullable String actorType,
        @Nullable String redirectUri) {

    public static NewCredential ofApplication(CredentialKind kind, UUID applicationId) {
        return new NewCredential(kind, applicationId, null, null, null, null, null);
    }

    public static NewCredential ofUser(CredentialKind kind, UUID userId, @Nullable Duration timeToLive) {
        return new NewCredential(kind, null, userId, timeToLive, null, null, null);
    }

    public NewCredential groups(@Nullable List<UUID> ids) {
        return new NewCredential(kind, applicationId, userId, timeToLive, ids, actorType, redirectUri);
    }

    public NewCredential actingAs(@Nullable String type) {
        return new NewCredential(kind, applicationId, userId, timeToLive, groups, type, redirectUri);
    }
}

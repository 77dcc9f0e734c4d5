package io.parlance.core.access;

import io.parlance.core.store.NullableUuid;
import io.parlance.core.store.TenantRow;
import io.parlance.core.store.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code credential}. */
@Entity
@Table(name = "credential")
class CredentialEntity extends TenantRow {
    @Enumerated(EnumType.STRING)
    CredentialKind kind;

    @Column(name = "application_id")
    @Convert(converter = NullableUuid.class)
    @Nullable
    UUID applicationId;

    @Column(name = "user_id")
    @Convert(converter = NullableUuid.class)
    @Nullable
    UUID userId;

    @Column(name = "group_ids")
    @Convert(converter = TextList.class)
    @Nullable
    List<String> groupIds;

    @Column(name = "actor_type")
    @Nullable
    String actorType;

    @Column(name = "client_id")
    @Nullable
    String clientId;

    @Column(name = "redirect_uri")
    @Nullable
    String redirectUri;

    @Column(name = "secret_hash")
    byte @Nullable [] secretHash;

    @Column(name = "expires_at")
    @Nullable
    OffsetDateTime expiresAt;

    @Column(name = "revoked_at")
    @Nullable
    OffsetDateTime revokedAt;

    @Column(name = "last_used_at")
    @Nullable
    OffsetDateTime lastUsedAt;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected CredentialEntity() {}

    CredentialEntity(UUID tenantId, UUID id, NewCredential wish) {
        super(tenantId, id);
        kind = wish.kind();
        applicationId = wish.applicationId();
        userId = wish.userId();
        actorType = wish.actorType();
        redirectUri = wish.redirectUri();
        groupIds = wish.groups() == null
                ? null
                : wish.groups().stream().map(UUID::toString).toList();
        expiresAt = wish.timeToLive() == null ? null : utc(createdAt().plus(wish.timeToLive()));
    }

    /** Ends the credential at that moment, unless it ends earlier. */
    void revoke(Instant when) {
        if (revokedAt == null || revokedAt.toInstant().isAfter(when)) {
            revokedAt = utc(when);
        }
    }

    Credential snapshot() {
        return new Credential(
                tenantId(),
                id(),
                kind,
                applicationId,
                userId,
                groupIds == null
                        ? null
                        : groupIds.stream().map(UUID::fromString).toList(),
                actorType,
                clientId,
                redirectUri,
                createdAt(),
                instant(expiresAt),
                instant(revokedAt),
                instant(lastUsedAt));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

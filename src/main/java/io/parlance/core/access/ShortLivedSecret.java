package io.parlance.core.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something issued in passing, as it lies in the store.
 *
 * @param credentialId on whose strength it was issued
 * @param grantId by which person's leave; null where nobody was asked
 */
record ShortLivedSecret(
        UUID tenantId,
        UUID id,
        CredentialKind kind,
        UUID credentialId,
        @Nullable UUID grantId,
        byte[] hash,
        Instant createdAt,
        Instant expiresAt) {}

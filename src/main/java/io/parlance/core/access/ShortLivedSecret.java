package io.parlance.core.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Something issued in passing, as it lies in the store.
 *
 * @param credentialId on whose strength it was issued
 */
record ShortLivedSecret(
        UUID tenantId,
        UUID id,
        CredentialKind kind,
        UUID credentialId,
        byte[] hash,
        Instant createdAt,
        Instant expiresAt) {}

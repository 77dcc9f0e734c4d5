package io.parlance.core.access;

import java.util.UUID;

/** The leave that a person gave a client to act in their name. */
record Grant(UUID tenantId, UUID id, UUID credentialId, UUID userId, boolean revoked) {}

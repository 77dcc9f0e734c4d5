package io.parlance.core.policy;

import java.time.Instant;
import java.util.UUID;

/** A policy as it lies in the store, without its rules. */
public record Policy(UUID tenantId, UUID id, PolicyFields fields, Instant createdAt, Instant updatedAt) {}

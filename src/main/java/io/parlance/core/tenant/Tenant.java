package io.parlance.core.tenant;

import java.time.Instant;
import java.util.UUID;

/** A customer of the installation; everything else belongs to exactly one tenant. */
public record Tenant(UUID id, String slug, String name, String status, Instant createdAt) {}

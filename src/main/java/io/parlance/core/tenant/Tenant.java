package io.parlance.core.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the installation; everything else belongs to exactly one tenant.
 *
 * @param retentionDays how long its messages are kept at least; null is for ever
 */
public record Tenant(
        UUID id, String slug, String name, String status, @Nullable Integer retentionDays, Instant createdAt) {

    Tenant status(String other) {
        return new Tenant(id, slug, name, other, retentionDays, createdAt);
    }
}

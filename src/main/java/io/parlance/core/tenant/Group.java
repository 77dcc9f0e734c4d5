package io.parlance.core.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection of properties run together: a Travtus community, a Mews enterprise.
 *
 * @param externalRef the customer's own reference, unique in the tenant
 * @param alias a second id of the customer's choosing, unique in the tenant and never another group's id
 */
public record Group(
        UUID tenantId,
        UUID id,
        String name,
        @Nullable String externalRef,
        @Nullable String alias,
        @Nullable String timezone,
        Instant createdAt) {}

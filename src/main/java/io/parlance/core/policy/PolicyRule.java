package io.parlance.core.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as it lies in the store; see {@link NewRule}. */
public record PolicyRule(
        UUID tenantId,
        UUID id,
        UUID policyId,
        int ordinal,
        String text,
        @Nullable String notice,
        String structure,
        Instant createdAt) {}

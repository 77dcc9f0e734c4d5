package io.parlance.core.audit;

import io.parlance.core.store.TimeRange;
import org.jspecify.annotations.Nullable;

/** Narrows a list of entries of a dialect; null members do not. */
public record AuditFilter(
        String dialect,
        @Nullable String actorId,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String action,
        TimeRange created) {}

package io.parlance.core.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import, as it stands.
 *
 * @param failure why a failed one could not go on, for people
 */
public record ImportJob(
        UUID tenantId,
        UUID id,
        String dialect,
        String type,
        ImportStatus status,
        ImportCounts rows,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {}

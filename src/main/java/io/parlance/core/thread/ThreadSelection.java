package io.parlance.core.thread;

import io.parlance.core.store.TimeRange;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Threads that an application owns.
 *
 * @param groups the only groups to look in; null for all that have not been deleted
 * @param ungrouped whether threads of no group count, too
 * @param ids the only threads to look at; null for any
 */
public record ThreadSelection(
        UUID tenantId,
        String dialect,
        UUID applicationId,
        @Nullable Set<UUID> groups,
        boolean ungrouped,
        @Nullable Set<UUID> ids,
        TimeRange created,
        TimeRange updated) {}

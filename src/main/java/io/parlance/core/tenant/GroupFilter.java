package io.parlance.core.tenant;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of groups; null members do not.
 *
 * @param groups the only groups that may be seen at all
 * @param afterNumber the list goes on behind the group with this number
 */
public record GroupFilter(
        @Nullable String idOrAlias,
        @Nullable String externalRef,
        @Nullable String namePart,
        @Nullable Set<UUID> groups,
        long afterNumber) {}

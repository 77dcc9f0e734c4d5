package io.parlance.dialect.mews;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose threads a request may touch.
 *
 * @param enterprises null for all of the tenant that have not been deleted
 * @param ungrouped whether threads that an operator made for no enterprise count, too
 */
record Scope(@Nullable Set<UUID> enterprises, boolean ungrouped) {}

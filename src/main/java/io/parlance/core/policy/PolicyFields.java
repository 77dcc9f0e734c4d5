package io.parlance.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may say about a policy.
 *
 * @param priority those of a higher one are asked first
 * @param attributes JSON object of what only its dialect has, as text
 */
public record PolicyFields(
        String name, @Nullable String description, boolean enabled, int priority, String attributes) {}

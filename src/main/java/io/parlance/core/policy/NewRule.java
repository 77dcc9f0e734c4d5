package io.parlance.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * A rule to be made.
 *
 * @param ordinal null for the place behind the last
 * @param text in the language of policies, complete
 * @param notice what users are told when the rule decides
 * @param structure JSON object of what its dialect read out of the text, as text
 */
public record NewRule(@Nullable Integer ordinal, String text, @Nullable String notice, String structure) {}

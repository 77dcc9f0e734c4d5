package io.parlance.dialect.jitsudo.policy;

import org.jspecify.annotations.Nullable;

/**
 * A rule that the engine takes.
 *
 * @param text the statement as it was written
 * @param notice of its annotation; null for none
 */
public record ParsedRule(String text, RuleStructure structure, @Nullable String notice) {
    /** The same rule with this notice, unless the text has one: what it says counts. */
    public ParsedRule noticing(@Nullable String words) {
        return notice != null || words == null || words.isBlank()
                ? this
                : new ParsedRule(
                        PolicyGuard.bounded("@notice(" + CedarString.quote(words) + ")\n" + text), structure, words);
    }
}

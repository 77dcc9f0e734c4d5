package io.parlance.core.config;

import org.jspecify.annotations.Nullable;

/**
 * A key as it is in force.
 *
 * @param value in force; null where the key has none
 * @param source who set it; null for the default
 * @param problem what is wrong with what somebody set instead, in a clause without the secret; null where nothing is
 */
public record Reading(ConfigKey key, @Nullable String value, @Nullable String source, @Nullable String problem) {
    static Reading of(ConfigKey key, String value, String source) {
        return new Reading(key, value, source, null);
    }

    /** The default, because nobody set anything. */
    static Reading standard(ConfigKey key) {
        return new Reading(key, key.facts().standard(), null, null);
    }

    /** The default, because what somebody set makes no sense. */
    static Reading bad(ConfigKey key, String problem) {
        return new Reading(key, key.facts().standard(), null, problem);
    }

    /** This one, or the other's value where this one has a problem. */
    Reading orKeep(Reading other) {
        return problem == null ? this : new Reading(key, other.value, other.source, problem);
    }

    /** The value, as it may be shown: a secret's is {@code (set)}, and so is a password in an address. */
    public @Nullable String shown() {
        return value == null ? null : Shown.of(key.facts(), value);
    }
}

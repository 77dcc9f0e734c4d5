package io.parlance.core.config;

import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a key.
 *
 * @param standard the default, as text; null for none
 * @param atOnce whether a change takes effect while the server runs, within {@link Configuration#REFRESH_SECONDS} and what the
 *     server itself keeps values for; else after a restart or a new deployment
 * @param guarded whether the server refuses to start with a value that makes no sense, because nobody can tell which other value
 *     would be safe; else it says so and takes the default
 * @param meaning for people; ends with a full stop
 */
public record KeyFacts(
        String name, ValueType type, @Nullable String standard, boolean atOnce, boolean guarded, String meaning) {
    /** Ends the name of the key that names a file with the value of a secret. */
    public static final String FILE = "-file";

    /** A key whose changes need a restart, and that is not guarded. */
    public static KeyFacts of(String name, ValueType type, @Nullable String standard, String meaning) {
        return new KeyFacts(name, type, standard, false, false, meaning);
    }

    /** The same, but changes take effect at once. */
    public KeyFacts changedAtOnce() {
        return new KeyFacts(name, type, standard, true, guarded, meaning);
    }

    /** The same, but a value that makes no sense stops the start. */
    public KeyFacts guardingStart() {
        return new KeyFacts(name, type, standard, atOnce, true, meaning);
    }

    /** The key that names a file with the value; only secrets have one. */
    public String fileKey() {
        return name + FILE;
    }
}

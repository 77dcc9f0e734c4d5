package io.parlance.core.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where values come from: the server's configuration, or in tests a few pairs. */
@FunctionalInterface
public interface Sources {
    /** The value of a key, or null where it has none. */
    @Nullable
    Found find(String key);

    /** The names below {@code parlance}, as they were written, of all values that can be listed, each with its source. */
    default Map<String, String> names() {
        return Map.of();
    }

    /**
     * A value that somebody set.
     *
     * @param source where, for people
     */
    record Found(String value, String source) {}
}

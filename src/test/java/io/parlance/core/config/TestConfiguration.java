package io.parlance.core.config;

import java.util.HashMap;
import java.util.Map;

/** Settings without a server. */
public final class TestConfiguration {
    private TestConfiguration() {}

    /** Keys and their values, in turns; the others have their defaults. */
    public static Configuration of(String... pairs) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return of(values);
    }

    /** The same; the pairs may be changed afterwards. */
    public static Configuration of(Map<String, String> values) {
        return new Configuration(key -> values.containsKey(key) ? new Sources.Found(values.get(key), "test") : null);
    }
}

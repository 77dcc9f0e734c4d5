package io.parlance.core.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keys of other standards, handed on as they are to the libraries they are for, which know their defaults and check them. */
public final class ForeignKeys {
    private ForeignKeys() {}

    /** What is set below a prefix as far as it can be listed, and what is set of these keys, which may not be listed. */
    public static Map<String, String> below(String prefix, Collection<String> keys) {
        var config = ConfigProvider.getConfig(ForeignKeys.class.getClassLoader());
        var found = new HashMap<String, String>();
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(prefix)) {
                value(config, name).ifPresent(value -> found.put(name, value));
            }
        }
        keys.forEach(name -> value(config, name).ifPresent(value -> found.put(name, value)));
        return found;
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}

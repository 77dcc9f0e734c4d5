package io.parlance.core.config;

import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** MicroProfile Config of the server: system properties, environment variables, and what else that server knows. */
final class ServerSources implements Sources {
    private static final String PREFIX = "PARLANCE_";
    /** Without it a value is taken as it is: WildFly would make one dollar of two, in passwords too. */
    private static final String EXPRESSION = "${";
    /** Makes no sense for any key, so that it is named. */
    private static final Found WITHOUT_VALUE = new Found("", "an expression that refers to what is not there");

    @Override
    public @Nullable Found find(String key) {
        try {
            var found = config().getConfigValue(key);
            var raw = found.getRawValue();
            var value = raw == null || raw.contains(EXPRESSION) ? found.getValue() : raw;
            if (value == null) {
                return raw == null ? null : WITHOUT_VALUE;
            }
            return value.isBlank() ? null : new Found(value, String.valueOf(found.getSourceName()));
        } catch (NoSuchElementException e) {
            return WITHOUT_VALUE;
        }
    }

    @Override
    public Map<String, String> names() {
        var names = new TreeMap<String, String>();
        for (var source : config().getConfigSources()) {
            for (var name : source.getPropertyNames()) {
                if (variable(name).startsWith(PREFIX) && !isEcho(name)) {
                    names.putIfAbsent(name, source.getName());
                }
            }
        }
        return names;
    }

    /** WildFly also lists environment variables under keys that it guesses. */
    private static boolean isEcho(String name) {
        var variable = variable(name);
        return !name.equals(variable) && System.getenv(variable) != null && System.getProperty(name) == null;
    }

    /** The environment variable by which MicroProfile Config looks for a key. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Config config() {
        return ConfigProvider.getConfig(ServerSources.class.getClassLoader()); // pools have threads without one
    }
}

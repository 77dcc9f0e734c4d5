package io.parlance.core.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings in force, and the only way to read them. A value is looked up once and kept, so that asking costs next to
 * nothing; those that may change while the server runs are looked up again by {@link #refresh}. A value that makes no sense
 * changes nothing: the default stays in force, or at run time what was in force. Safe for use by several threads.
 */
@ApplicationScoped
public class Configuration {
    /** How often {@link #refresh} is called. */
    public static final int REFRESH_SECONDS = 2;

    private static final System.Logger LOG = System.getLogger(Configuration.class.getName());

    private final Sources sources;
    private final KeyReader reader;
    private final Map<ConfigKey, Reading> readings = new ConcurrentHashMap<>();

    /** By the configuration of the server. */
    public Configuration() {
        this(new ServerSources());
    }

    public Configuration(Sources sources) {
        this.sources = sources;
        reader = new KeyReader(sources);
    }

    public Reading reading(ConfigKey key) {
        var known = readings.get(key);
        return known == null ? readings.computeIfAbsent(key, reader::read) : known;
    }

    /** Looks up again what may change while the server runs; a change that makes no sense is logged, once. */
    public void refresh() {
        readings.replaceAll((key, old) -> key.facts().atOnce() ? changed(old) : old);
    }

    private Reading changed(Reading old) {
        var current = reader.read(old.key());
        if (current.problem() != null && !current.problem().equals(old.problem())) {
            LOG.log(System.Logger.Level.ERROR, "Settings: {0}; what was in force stays.", current.problem());
        }
        return current.orKeep(old);
    }

    /** The keys below {@code parlance} that somebody set, known or not, each with its source. */
    public Map<String, String> names() {
        return sources.names();
    }

    /** The value of a key that may have none. */
    public Optional<String> find(ConfigKey key) {
        return Optional.ofNullable(reading(key).value());
    }

    /** The value of a key that has a default. */
    public String text(ConfigKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(key.key() + " has no default"));
    }

    public boolean flag(ConfigKey key) {
        return Boolean.parseBoolean(text(key));
    }

    public long number(ConfigKey key) {
        return Long.parseLong(text(key));
    }

    /** A number whose range ends below two thousand million. */
    public int count(ConfigKey key) {
        return Math.toIntExact(number(key));
    }

    public Duration seconds(ConfigKey key) {
        return Duration.ofSeconds(number(key));
    }
}

package io.parlance.ops;

import io.parlance.core.config.ConfigKey;
import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.config.KnownKeys;
import io.parlance.core.config.Reading;
import io.parlance.core.dialect.DialectCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All settings of this installation as they are in force, and what is wrong with them. */
@ApplicationScoped
public class SettingsReport {
    private static final System.Logger LOG = System.getLogger(SettingsReport.class.getName());

    @Inject
    Configuration configuration;

    @Inject
    DialectCatalog dialects;

    /** Every key, in the order of {@code server-config/parlance.properties}. */
    public List<Reading> readings() {
        return dialects.configKeys().stream().map(configuration::reading).toList();
    }

    /** Sentences about values that make no sense, and about keys that do not exist. */
    public List<String> complaints() {
        return Stream.concat(readings().stream().flatMap(SettingsReport::badValue), unknown())
                .toList();
    }

    /** Logs the complaints. Refuses to start where nobody can tell which other value would be safe. */
    void check() {
        complaints().forEach(complaint -> LOG.log(System.Logger.Level.ERROR, "Settings: " + complaint));
        readings().stream()
                .filter(reading -> reading.key().facts().guarded() && !isUnused(reading.key()))
                .flatMap(reading -> Optional.ofNullable(reading.problem()).stream())
                .findFirst()
                .ifPresent(problem -> Settings.refuseIf(true, problem));
    }

    /** What a pool of the server's makes needless does not keep anything from starting. */
    private boolean isUnused(ConfigKey key) {
        return (key == CoreKey.DB_URL || key == CoreKey.DB_PASSWORD)
                && !configuration.text(CoreKey.DATASOURCE).equals(CoreKey.OWN_POOL);
    }

    private static Stream<String> badValue(Reading reading) {
        return Optional.ofNullable(reading.problem()).map(problem -> problem + inForce(reading) + ".").stream();
    }

    private static String inForce(Reading reading) {
        if (reading.key().facts().guarded() && reading.source() == null) {
            return "";
        }
        var value = reading.shown();
        return "; until it is corrected, " + (value == null ? "none" : value) + " is in force";
    }

    private Stream<String> unknown() {
        var known = new KnownKeys(dialects.configKeys());
        return configuration.names().entrySet().stream()
                .flatMap(name -> known.complaint(name.getKey(), name.getValue()).stream());
    }
}

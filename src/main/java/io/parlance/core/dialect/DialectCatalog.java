package io.parlance.core.dialect;

import io.parlance.core.config.ConfigKey;
import io.parlance.core.config.CoreKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The dialects of this server, in order of their names. */
@ApplicationScoped
public class DialectCatalog {
    @Inject
    @Any
    Instance<Dialect> installed;

    private List<Dialect> dialects = List.of();

    @PostConstruct
    void collect() {
        dialects =
                installed.stream().sorted(Comparator.comparing(Dialect::name)).toList();
    }

    public List<Dialect> all() {
        return dialects;
    }

    /** All keys of this installation: the product's, then those of the dialects. */
    public List<ConfigKey> configKeys() {
        return Stream.concat(
                        Stream.of(CoreKey.values()),
                        dialects.stream().map(Dialect::configKeys).flatMap(List::stream))
                .toList();
    }

    /** Asked several times for each request, hence a plain loop. */
    public Optional<Dialect> serving(String path) {
        for (var dialect : dialects) {
            if (dialect.serves(path)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    public Optional<Dialect> named(String name) {
        return dialects.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}

package io.parlance.core.dialect;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

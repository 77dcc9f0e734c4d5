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

    public Optional<Dialect> serving(String path) {
        return dialects.stream().filter(dialect -> dialect.serves(path)).findFirst();
    }

    public Optional<Dialect> named(String name) {
        return dialects.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}

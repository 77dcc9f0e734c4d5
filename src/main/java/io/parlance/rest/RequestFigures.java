package io.parlance.rest;

import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of all requests to dialects and the admin API. For each of these, requests = accepted + refused, of all reasons, +
 * failed.
 */
@ApplicationScoped
class RequestFigures implements FigureSource {
    private static final String ADMIN = "admin";

    @Inject
    DialectCatalog dialects;

    @Inject
    IntakeBounds bounds;

    private final ServedFigures admin = new ServedFigures(ADMIN);
    private Map<String, ServedFigures> byDialect = Map.of();

    @PostConstruct
    void open() {
        byDialect = dialects.all().stream()
                .map(Dialect::name)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), ServedFigures::new));
    }

    /** Of the dialect, or of the admin API where there is none. */
    ServedFigures of(Optional<Dialect> dialect) {
        return dialect.isEmpty() ? admin : byDialect.getOrDefault(dialect.get().name(), admin);
    }

    @Override
    public void tell(Figures figures) {
        admin.tell(figures);
        byDialect.values().forEach(served -> served.tell(figures));
        tell(figures, "in_flight", "Requests that are being worked on.", bounds.inFlight());
        tell(figures, "arriving", "Requests whose body is on its way.", bounds.arriving());
        figures.level(
                "bodies_arriving_bytes",
                "Memory of these bodies.",
                bounds.arrivingBytes().taken());
        figures.level(
                "bodies_in_files",
                "Bodies that are kept in files.",
                bounds.files().taken());
    }

    private static void tell(Figures figures, String what, String help, Bound bound) {
        figures.level("requests_" + what, help, bound.taken());
        figures.level("requests_" + what + "_limit", "How many there may be at once.", bound.limit());
    }
}

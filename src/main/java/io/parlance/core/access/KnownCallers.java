package io.parlance.core.access;

import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.store.ShortMemory;
import io.parlance.core.tenant.DirectoryChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.function.Supplier;

/**
 * Remembers verdicts for a moment, so that a busy token does not cost a query each time. Refusals are remembered too: a wrong
 * token must not be dearer than a good one. A change made on this node counts as soon as it is committed.
 */
@ApplicationScoped
class KnownCallers implements FigureSource {
    private static final int CAPACITY = 200_000;

    private final ShortMemory<String, Resolved> resolved = new ShortMemory<>(CAPACITY);

    Resolved get(String key, Supplier<Resolved> load) {
        return resolved.get(key, ignored -> load.get());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DirectoryChanged change) {
        resolved.forget();
    }

    void forget() {
        resolved.forget();
    }

    @Override
    public void tell(Figures figures) {
        resolved.tell(figures, "callers");
    }
}

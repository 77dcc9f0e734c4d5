package io.parlance.core.thread;

import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.store.ShortMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the threads that clients name, remembered for two seconds: whose they are, what state they are in. When they last
 * changed is only told by {@link Threads}.
 */
@ApplicationScoped
public class ThreadDirectory implements FigureSource {
    private static final int CAPACITY = 100_000;

    @Inject
    Threads threads;

    private final ShortMemory<Reference, MessageThread> known = new ShortMemory<>(CAPACITY);

    private record Reference(UUID tenantId, UUID id) {}

    public Optional<MessageThread> find(UUID tenantId, UUID id) {
        return findAll(tenantId, Set.of(id)).stream().findFirst();
    }

    /** The threads among these ids that exist, in no order. */
    public Collection<MessageThread> findAll(UUID tenantId, Collection<UUID> ids) {
        var wanted = ids.stream().map(id -> new Reference(tenantId, id)).collect(Collectors.toSet());
        return known.getAll(wanted, missing -> load(tenantId, missing)).values();
    }

    private Map<Reference, MessageThread> load(UUID tenantId, Set<Reference> missing) {
        return threads.findAll(tenantId, missing.stream().map(Reference::id).toList()).stream()
                .collect(Collectors.toMap(thread -> new Reference(tenantId, thread.id()), Function.identity()));
    }

    /** A change made on this node counts once it is committed. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ThreadChanged change) {
        known.forget();
    }

    @Override
    public void tell(Figures figures) {
        known.tell(figures, "threads");
    }
}

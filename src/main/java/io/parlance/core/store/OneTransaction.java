package io.parlance.core.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Makes several calls of the core one transaction, for an operation of a dialect that makes several things. */
@ApplicationScoped
@Transactional
public class OneTransaction {
    /** Does all of the work, or nothing where it throws. */
    public <T> T of(Supplier<T> work) {
        return work.get();
    }
}

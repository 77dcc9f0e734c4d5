package io.parlance.core.store;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;

/** Closes an entity manager once its transaction is over. */
record CloseAfterCompletion(EntityManager entityManager) implements Synchronization {
    @Override
    public void beforeCompletion() {
        // nothing to prepare: the provider flushes by itself
    }

    @Override
    public void afterCompletion(int status) {
        entityManager.close();
    }
}

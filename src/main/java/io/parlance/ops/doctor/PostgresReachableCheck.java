package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import io.parlance.core.store.StoreCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether PostgreSQL answers at all; most other checks depend on it. */
@ApplicationScoped
class PostgresReachableCheck implements LocalCheck {
    @Inject
    StoreCheck store;

    @Override
    public String name() {
        return "postgresql-reachable";
    }

    @Override
    public Finding run() {
        return store.answers()
                ? Finding.ok("PostgreSQL answers.")
                : Finding.failed(
                        "PostgreSQL does not answer; nothing is accepted meanwhile.",
                        "Start it, and compare parlance.db.url, .user and .password, or the pool that"
                                + " parlance.datasource names, with what PostgreSQL and its pg_hba.conf know.");
    }
}

package io.parlance.core.store;

import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells whether PostgreSQL answers, by asking it. */
@ApplicationScoped
public class StoreCheck {
    @Inject
    Sql sql;

    public boolean answers() {
        try {
            return sql.one("select 1", row -> row.getInt(1)).isPresent();
        } catch (RejectedException outOfReach) {
            return false;
        }
    }
}

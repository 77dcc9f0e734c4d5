package io.parlance.core.store;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Turns a broken unique key into a refusal. */
public final class Unique {
    private static final String UNIQUE_VIOLATION = "23505";

    private Unique() {}

    /** Writes pending changes now; a taken key is refused with the given words. */
    public static void flush(EntityManager entityManager, String takenDetail) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            if (violates(e)) {
                throw new RejectedException(Reason.CONFLICT, takenDetail);
            }
            throw e;
        }
    }

    private static boolean violates(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

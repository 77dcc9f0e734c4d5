package io.parlance.core.store;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Turns a broken key into a refusal. */
public final class Unique {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private Unique() {}

    /** Writes pending changes now; a taken key is refused with the given words, an owner that has gone as not found. */
    public static void flush(EntityManager entityManager, String takenDetail) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            if (violates(e, UNIQUE_VIOLATION)) {
                throw new RejectedException(Reason.CONFLICT, takenDetail);
            }
            if (violates(e, FOREIGN_KEY_VIOLATION)) {
                throw new RejectedException(Reason.RESOURCE_NOT_FOUND, "the tenant is gone");
            }
            throw e;
        }
    }

    private static boolean violates(Throwable failure, String sqlState) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sqlState.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

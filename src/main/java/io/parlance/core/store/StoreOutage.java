package io.parlance.core.store;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells that PostgreSQL is out of reach or too slow, whichever layer says so, from faults of ours: the former passes by itself.
 */
public final class StoreOutage {
    private static final int RETRY_SECONDS = 2;
    private static final int DEEPEST_CAUSE = 10;
    /** Connection trouble, shutting down or starting up, too many connections or no disk, and a standby. */
    private static final List<String> STATES = List.of("08", "57P", "53", "25006");

    /** Cancelled by statement_timeout, or by lock_timeout. */
    private static final Set<String> TIMEOUTS = Set.of("57014", "55P03");

    private StoreOutage() {}

    /** The refusal to answer with if the database is behind a failure: nothing was accepted, and a later try may succeed. */
    public static Optional<RejectedException> behind(Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TIMEOUTS.contains(String.valueOf(sql.getSQLState()))) {
                return Optional.of(
                        new RejectedException(Reason.STORE_TOO_SLOW, "the database took too long", RETRY_SECONDS));
            }
            boolean gone = cause instanceof SQLException sql && isOutage(sql);
            if (gone || cause instanceof SystemException) { // the latter: the transaction manager lost its resource
                return Optional.of(refusal());
            }
        }
        return Optional.empty();
    }

    /** The refusal for a database that cannot be reached. */
    public static RejectedException refusal() {
        return new RejectedException(Reason.STORE_UNAVAILABLE, "the database cannot be reached", RETRY_SECONDS);
    }

    /** A pool that gets no connection gives no state. */
    private static boolean isOutage(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state == null
                || STATES.stream().anyMatch(state::startsWith);
    }
}

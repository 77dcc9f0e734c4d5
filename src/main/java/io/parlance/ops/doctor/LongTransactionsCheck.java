package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether sessions hold up others: transactions left open, locks that many wait for. */
@ApplicationScoped
class LongTransactionsCheck implements Check {
    private static final String SESSIONS =
            """
            select count(*) filter (where now() - xact_start > interval '10 minutes'),
              count(*) filter (where state like 'idle in transaction%' and now() - state_change > interval '1 minute'),
              count(*) filter (where wait_event_type = 'Lock' and now() - query_start > interval '10 seconds'),
              (select count(*) from pg_prepared_xacts
                where database = current_database() and now() - prepared > interval '10 minutes'),
              pg_has_role(current_user, 'pg_read_all_stats', 'usage')
            from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    @Inject
    Sql sql;

    record Sessions(int old, int idle, int blocked, int prepared, boolean allSeen) {}

    @Override
    public String name() {
        return "postgresql-transactions";
    }

    @Override
    public Finding run() {
        return judge(sql.one(
                        SESSIONS,
                        row -> new Sessions(
                                row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getBoolean(5)))
                .orElseThrow());
    }

    static Finding judge(Sessions found) {
        if (found.old() + found.idle() + found.blocked() + found.prepared() == 0) {
            return Finding.ok(
                    "No transaction is left open and nobody waits long for a lock, as far as this user may see"
                            + (found.allSeen() ? " (all sessions)." : " (its own sessions)."));
        }
        return Finding.warning(
                found.old() + " transactions are open for more than 10 minutes, " + found.idle()
                        + " sessions are idle in one for more than a minute, " + found.blocked()
                        + " wait for a lock for more than 10 seconds, " + found.prepared()
                        + " prepared transactions are left. They keep vacuum and others waiting.",
                "Find them in pg_stat_activity and pg_prepared_xacts; end them with pg_terminate_backend(pid) or rollback"
                        + " prepared, and set idle_in_transaction_session_timeout.");
    }
}

package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether a statement that hangs is given up. */
@ApplicationScoped
class StatementTimeoutCheck implements Check {
    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-statement-timeout";
    }

    @Override
    public Finding run() {
        return judge(sql.one("select current_setting('statement_timeout')", row -> row.getString(1))
                .orElseThrow());
    }

    static Finding judge(String timeout) {
        return timeout.equals("0")
                ? Finding.warning(
                        "statement_timeout is 0: a statement that waits for a lock holds its connection and its request for"
                                + " ever.",
                        "Set parlance.db.statement-timeout-seconds above 0; with a pool of the server, give its connections"
                                + " options=-c statement_timeout=25s.")
                : Finding.ok("A statement is given up after " + timeout + ".");
    }
}

package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether PostgreSQL takes writes: it may be a standby, or told not to. */
@ApplicationScoped
class PostgresWritableCheck implements Check {
    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-writable";
    }

    @Override
    public Finding run() {
        return sql.one(
                        "select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'",
                        row -> judge(row.getBoolean(1), row.getBoolean(2)))
                .orElseThrow();
    }

    static Finding judge(boolean standby, boolean readOnly) {
        if (standby) {
            return Finding.failed(
                    "This PostgreSQL is a standby, which stores nothing.",
                    "Let parlance.db.url, or the server's pool, lead to the primary; several hosts and"
                            + " targetServerType=primary in the address find it by themselves.");
        }
        return readOnly
                ? Finding.failed(
                        "The sessions of this server are read-only.",
                        "Set default_transaction_read_only to off for the user, the database or in postgresql.conf.")
                : Finding.ok("PostgreSQL is a primary and takes writes.");
    }
}

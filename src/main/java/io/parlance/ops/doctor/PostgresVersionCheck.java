package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether this PostgreSQL is one that Parlance is made for. */
@ApplicationScoped
class PostgresVersionCheck implements Check {
    private static final int OLDEST = 15;

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-version";
    }

    @Override
    public Finding run() {
        return sql.one(
                        "select current_setting('server_version_num')::int / 10000, current_setting('server_version')",
                        row -> judge(row.getInt(1), row.getString(2)))
                .orElseThrow();
    }

    static Finding judge(int major, String version) {
        return major >= OLDEST
                ? Finding.ok("PostgreSQL is " + version + ".")
                : Finding.failed(
                        "PostgreSQL is " + version + ", older than any that Parlance is tested with.",
                        "Upgrade it to " + OLDEST + " or newer, best with pg_upgrade.");
    }
}

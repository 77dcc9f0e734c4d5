package io.parlance.ops.doctor;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Database;
import io.parlance.core.store.PoolFacts;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.IntStream;

/** Whether PostgreSQL has a connection for all who may need one. */
@ApplicationScoped
class PostgresConnectionsCheck implements Check {
    private static final double NEARLY_ALL = 0.8;

    private static final String LIMITS =
            """
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                - coalesce(current_setting('reserved_connections', true)::int, 0),
              (select rolconnlimit from pg_roles where rolname = current_user),
              (select datconnlimit from pg_database where datname = current_database()),
              (select sum(numbackends) from pg_stat_database)
            """;

    @Inject
    Sql sql;

    @Inject
    Database database;

    @Inject
    Configuration configuration;

    /** What may be used, and what is used by everybody. */
    record Limits(int server, int role, int database, int used) {
        /** PostgreSQL says -1 for no limit. */
        private int least() {
            return IntStream.of(server, role, database)
                    .filter(limit -> limit >= 0)
                    .min()
                    .orElse(server);
        }
    }

    @Override
    public String name() {
        return "postgresql-connections";
    }

    @Override
    public Finding run() {
        return judge(
                database.pool().isOwn() ? PoolFacts.OWN_MAX : configuration.count(CoreKey.INTAKE_WRITERS) + 1,
                sql.one(LIMITS, row -> new Limits(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                        .orElseThrow());
    }

    /**
     * By what one node may want: all of the WAR's own pool, or of a pool of the server, whose size is not known here, one for each
     * thread that stores and one for all else.
     */
    static Finding judge(int wanted, Limits limits) {
        var text = "PostgreSQL allows " + limits.least() + " connections to this user; " + limits.used()
                + " are open, by all programs.";
        if (wanted > limits.least()) {
            return Finding.failed(
                    text + " One node may want " + wanted + ".",
                    "Raise max_connections, or the limit of the user or the database, to more than " + wanted
                            + " for each node; or use a smaller pool of the server (parlance.datasource).");
        }
        return limits.used() > NEARLY_ALL * limits.server()
                ? Finding.warning(
                        text + " Soon nobody gets another.",
                        "Look in pg_stat_activity for who holds them; raise max_connections, or have smaller pools.")
                : Finding.ok(text);
    }
}

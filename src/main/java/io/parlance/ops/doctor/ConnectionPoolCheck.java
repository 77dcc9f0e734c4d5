package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Database;
import io.parlance.core.store.PoolFacts;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Whose pool is used, and whether it has a connection now. */
@ApplicationScoped
class ConnectionPoolCheck implements Check {
    private static final Duration LONG = Duration.ofMillis(250);

    @Inject
    Sql sql;

    @Inject
    Database database;

    @Override
    public String name() {
        return "connection-pool";
    }

    @Override
    public Finding run() {
        long start = System.nanoTime();
        sql.one("select 1", row -> 1);
        return judge(database.pool(), Duration.ofNanos(System.nanoTime() - start));
    }

    static Finding judge(PoolFacts pool, Duration wait) {
        var whose = pool.isOwn()
                ? "The pool is the WAR's own, of at most " + PoolFacts.OWN_MAX + " connections."
                : "The pool is the server's: " + pool.jndiName() + ".";
        return wait.compareTo(LONG) < 0
                ? Finding.ok(whose + " A connection was there at once.")
                : Finding.warning(
                        whose + " To get a connection and an answer took " + wait.toMillis() + " ms.",
                        pool.isOwn()
                                ? "If it stays so, use a larger pool of the server (parlance.datasource)."
                                : "If it stays so, raise the size of that pool in the server's console.");
    }
}

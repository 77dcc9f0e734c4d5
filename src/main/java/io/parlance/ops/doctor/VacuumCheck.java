package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whether vacuum keeps up. */
@ApplicationScoped
class VacuumCheck implements Check {
    private static final long OLD_AGE = 1_000_000_000;
    private static final long FEW = 100_000;

    private static final String FACTS =
            """
            select current_setting('autovacuum') = 'on' and current_setting('track_counts') = 'on',
              (select age(datfrozenxid) from pg_database where datname = current_database()),
              (select relname from pg_stat_user_tables where n_dead_tup > %d and n_dead_tup > n_live_tup
                order by n_dead_tup desc limit 1)
            """
                    .formatted(FEW);

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-vacuum";
    }

    @Override
    public Finding run() {
        return sql.one(FACTS, row -> judge(row.getBoolean(1), row.getLong(2), row.getString(3)))
                .orElseThrow();
    }

    static Finding judge(boolean automatic, long age, @Nullable String neglected) {
        if (age > OLD_AGE) {
            return Finding.failed(
                    "No vacuum has frozen this database for " + age
                            + " transactions; at 2 thousand million PostgreSQL stops.",
                    "Look for what holds vacuum up (postgresql-transactions, replication slots), then run vacuumdb --all"
                            + " --freeze.");
        }
        if (!automatic) {
            return Finding.warning(
                    "autovacuum or track_counts is off: tables grow and plans become wrong.",
                    "alter system set autovacuum = on; alter system set track_counts = on; select pg_reload_conf();");
        }
        return neglected == null
                ? Finding.ok("autovacuum is on and keeps up; the database is " + age + " transactions old.")
                : Finding.warning(
                        "The table " + neglected + " has more dead rows than living ones.",
                        "Run vacuum (analyze) " + neglected
                                + "; if it does not help, postgresql-transactions may tell why.");
    }
}

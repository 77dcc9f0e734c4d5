package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** How large the database is, and what is left on its disk where that can be seen from here. */
@ApplicationScoped
class DatabaseDiskCheck implements Check {
    private static final long LEAST = 1L << 30;
    private static final double LEAST_SHARE = 0.1;

    /** The folder is shown to those who may read all settings, and is ours to look at only on the same machine. */
    private static final String FACTS =
            """
            select pg_database_size(current_database()),
              case when inet_server_addr() is null or inet_server_addr() <<= '127.0.0.0/8' or inet_server_addr() = '::1'
                then (select setting from pg_settings where name = 'data_directory') end
            """;

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-disk";
    }

    @Override
    public Finding run() {
        return sql.one(FACTS, row -> judge(row.getLong(1), DiskRoom.of(row.getString(2))))
                .orElseThrow();
    }

    static Finding judge(long size, @Nullable DiskRoom room) {
        var text = "The database has " + Sizes.of(size);
        if (room == null) {
            return Finding.unknown(
                    text + "; what is left on its disk cannot be seen from here.",
                    "Watch the disk of PostgreSQL where it runs: when it is full, nothing is accepted any more.");
        }
        var more = text + "; " + Sizes.of(room.free()) + " of " + Sizes.of(room.total()) + " are left on its disk.";
        if (room.free() < LEAST) {
            return Finding.failed(more, "Make room, or move PostgreSQL to a larger disk.");
        }
        return room.free() < LEAST_SHARE * room.total()
                ? Finding.warning(more, "Make room, or give the tenants a retentionDays.")
                : Finding.ok(more);
    }
}

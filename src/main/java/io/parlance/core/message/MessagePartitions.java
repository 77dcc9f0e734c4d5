package io.parlance.core.message;

import io.parlance.core.problem.Reason;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Creates the monthly partitions of {@code message} ahead of time, and drops old ones when told to. A partition's bounds are the smallest UUIDv7 of its month
 * and of the next one.
 */
@ApplicationScoped
public class MessagePartitions {
    private static final System.Logger LOG = System.getLogger(MessagePartitions.class.getName());
    static final int MONTHS_AHEAD = 3;
    /** Two nodes that create the same partition at once would both fail without it. */
    private static final long LOCK = 0x7061726c616e6365L;

    private static final int LOCK_MILLIS = 500;

    @Inject
    Sql sql;

    /** Makes sure that this month and the next three have their partitions; safe to call at any time, on any node. */
    @Transactional
    public void createAhead() {
        sql.one("select pg_advisory_xact_lock(" + LOCK + ")", row -> true);
        var month = YearMonth.now(ZoneOffset.UTC);
        var existing = existing(); // only what is missing is created, because that needs all of message for a moment
        for (int i = 0; i <= MONTHS_AHEAD; i++) {
            if (!existing.contains(month.plusMonths(i))) {
                create(month.plusMonths(i));
            }
        }
    }

    /** A month whose messages already lie in the default partition stays there: they are found all the same. */
    void create(YearMonth month) {
        var from = lowest(month);
        var to = lowest(month.plusMonths(1));
        if (sql.one("select 1 from message_default where id >= ? and id < ? limit 1", row -> 1, from, to)
                .isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "messages of {0} lie in the default partition and stay there", month);
            return;
        }
        sql.update("do $$ begin perform set_config('lock_timeout', '%d', true);".formatted(LOCK_MILLIS)
                + " create table if not exists %s partition of message for values from ('%s') to ('%s'); end $$"
                        .formatted(table(month), from, to));
    }

    /** The months that have a partition, oldest first. */
    List<YearMonth> existing() {
        return sql.list(
                "select right(c.relname, 7) from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'message'::regclass and c.relname ~ '^message_\\d{4}_\\d{2}$' order by 1",
                row -> YearMonth.parse(row.getString(1).replace('_', '-')));
    }

    /**
     * Drops a month with all its messages. That needs all of {@code message} for a moment, and whoever comes meanwhile waits
     * behind it: rather than wait for a long query it gives up, with {@link Reason#STORE_TOO_SLOW}.
     */
    void drop(YearMonth month) {
        sql.update("do $$ begin perform set_config('lock_timeout', '%d', true); drop table if exists %s; end $$"
                .formatted(LOCK_MILLIS, table(month)));
    }

    static String table(YearMonth month) {
        return "message_" + month.toString().replace('-', '_');
    }

    static UUID lowest(YearMonth month) {
        return Ids.lowest(start(month));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

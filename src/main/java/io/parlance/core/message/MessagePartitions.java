package io.parlance.core.message;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Creates the monthly partitions of {@code message} ahead of time. A partition's bounds are the smallest UUIDv7 of its month
 * and of the next one.
 */
@ApplicationScoped
public class MessagePartitions {
    private static final System.Logger LOG = System.getLogger(MessagePartitions.class.getName());
    private static final int MONTHS_AHEAD = 3;
    /** Two nodes that create the same partition at once would both fail without it. */
    private static final long LOCK = 0x7061726c616e6365L;

    private static final long VERSION_7 = 0x7000L;

    @Inject
    Sql sql;

    /** Makes sure that this month and the next three have their partitions; safe to call at any time, on any node. */
    @Transactional
    public void createAhead() {
        sql.one("select pg_advisory_xact_lock(" + LOCK + ")", row -> true);
        var month = YearMonth.now(ZoneOffset.UTC);
        for (int i = 0; i <= MONTHS_AHEAD; i++) {
            create(month.plusMonths(i));
        }
    }

    /** A month whose messages already lie in the default partition stays there: they are found all the same. */
    private void create(YearMonth month) {
        var from = lowest(month);
        var to = lowest(month.plusMonths(1));
        if (sql.one("select 1 from message_default where id >= ? and id < ? limit 1", row -> 1, from, to)
                .isPresent()) {
            LOG.log(System.Logger.Level.WARNING, "messages of {0} lie in the default partition and stay there", month);
            return;
        }
        sql.update("create table if not exists message_%s partition of message for values from ('%s') to ('%s')"
                .formatted(month.toString().replace("-", "_"), from, to));
    }

    static UUID lowest(YearMonth month) {
        long millis = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID((millis << 16) | VERSION_7, Long.MIN_VALUE);
    }
}

package io.parlance.core.message;

import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Creates the monthly partitions of {@code message} ahead of time. A partition's bounds are the smallest UUIDv7 of its month
 * and of the next one.
 */
@ApplicationScoped
public class MessagePartitions {
    private static final int MONTHS_AHEAD = 3;
    private static final long VERSION_7 = 0x7000L;

    @Inject
    Sql sql;

    /** Makes sure that this month and the next three have their partitions; safe to call at any time, on any node. */
    public void createAhead() {
        var month = YearMonth.now(ZoneOffset.UTC);
        for (int i = 0; i <= MONTHS_AHEAD; i++) {
            create(month.plusMonths(i));
        }
    }

    private void create(YearMonth month) {
        sql.update("create table if not exists message_%s partition of message for values from ('%s') to ('%s')"
                .formatted(month.toString().replace("-", "_"), lowest(month), lowest(month.plusMonths(1))));
    }

    static UUID lowest(YearMonth month) {
        long millis = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID((millis << 16) | VERSION_7, Long.MIN_VALUE);
    }
}

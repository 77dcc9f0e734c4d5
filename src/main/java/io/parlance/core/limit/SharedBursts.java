package io.parlance.core.limit;

import io.parlance.core.store.Sql;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The bursts of all nodes in PostgreSQL, by its clock. */
final class SharedBursts {
    /** How long ago what a node tells may have been used; nobody is charged for time in which nothing was. */
    static final Duration DELAY = Duration.ofMillis(100);

    private static final String TELL =
            """
            insert into burst_limit as b (tenant_id, subject_id, name, full_at)
            select tenant_id, subject_id, name, now() - interval '%1$d milliseconds' + micros * interval '1 microsecond'
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[]) as told (tenant_id, subject_id, name, micros)
            order by tenant_id, subject_id, name
            on conflict (tenant_id, subject_id, name) do update set full_at = excluded.full_at
              + greatest(b.full_at - (now() - interval '%1$d milliseconds'), interval '0')
            returning tenant_id, subject_id, name, (extract(epoch from full_at - now()) * 1000000000)::bigint
            """
                    .formatted(DELAY.toMillis());

    private final Sql sql;

    SharedBursts(Sql sql) {
        this.sql = sql;
    }

    /** A counter and the nanoseconds until its burst is whole again; negative where it is already. */
    private record Left(Counter counter, long nanos) {}

    /** Tells what was used and answers for each counter in how many nanoseconds its burst is whole again. */
    Map<Counter, Long> tell(Map<Counter, Long> usedNanos) {
        var counters = List.copyOf(usedNanos.keySet());
        var left = new HashMap<Counter, Long>();
        sql.list(
                        TELL,
                        row -> new Left(
                                new Counter(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                                row.getLong(4)),
                        column(counters, Counter::tenantId, UUID[]::new),
                        column(counters, Counter::subjectId, UUID[]::new),
                        column(counters, Counter::name, String[]::new),
                        column(counters, counter -> micros(usedNanos, counter), Long[]::new))
                .forEach(each -> left.put(each.counter(), each.nanos()));
        return left;
    }

    private static long micros(Map<Counter, Long> usedNanos, Counter counter) {
        return usedNanos.getOrDefault(counter, 0L) / 1000;
    }

    private static <T> Object[] column(List<Counter> counters, Function<Counter, T> value, IntFunction<T[]> array) {
        return counters.stream().map(value).toArray(array);
    }

    /** Deletes bursts that have long been whole again. */
    void removeWhole() {
        sql.update("delete from burst_limit where full_at < now() - interval '1 hour'");
    }
}

package io.parlance.core.limit;

import io.parlance.core.store.Sql;
import io.parlance.core.store.StoreOutage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts statements, and can be made to lose its database. */
final class Counted extends Sql {
    private final Sql sql;
    private final AtomicLong statements = new AtomicLong();
    volatile boolean away;

    Counted(Sql sql) {
        this.sql = sql;
    }

    long statements() {
        return statements.get();
    }

    @Override
    public <T> List<T> list(String text, RowReader<T> reader, @Nullable Object... parameters) {
        count();
        return sql.list(text, reader, parameters);
    }

    @Override
    public <T> Optional<T> one(String text, RowReader<T> reader, @Nullable Object... parameters) {
        count();
        return sql.one(text, reader, parameters);
    }

    @Override
    public int update(String text, @Nullable Object... parameters) {
        count();
        return sql.update(text, parameters);
    }

    private void count() {
        if (away) {
            throw StoreOutage.refusal();
        }
        statements.incrementAndGet();
    }
}

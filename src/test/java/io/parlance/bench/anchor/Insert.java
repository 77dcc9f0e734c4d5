package io.parlance.bench.anchor;

import io.parlance.core.store.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One statement that stores messages with their outbox events; thread-safe, its prepared statements are not. */
abstract class Insert {
    /** Columns whose values differ from row to row; all others are as in the pattern. */
    static final Set<String> OWN = Set.of("id", "number", "thread_id", "message_id");

    private static final AtomicLong NUMBERS = new AtomicLong(1);

    private final List<UUID> threads;

    Insert(List<UUID> threads) {
        this.threads = List.copyOf(threads);
    }

    abstract String sql();

    /** Messages by one execution. */
    abstract int rows();

    /** Sets the parameters for the next execution. */
    abstract void fill(Connection connection, PreparedStatement statement) throws SQLException;

    final UUID anyThread() {
        return threads.get(ThreadLocalRandom.current().nextInt(threads.size()));
    }

    static UUID nextId() {
        return Ids.next();
    }

    static long nextNumber() {
        return NUMBERS.getAndIncrement();
    }
}

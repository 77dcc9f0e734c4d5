package io.parlance.core.limit;

import io.github.bucket4j.TimeMeter;
import io.parlance.core.store.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rate limits without a server around them. */
public final class TestLimits {
    private TestLimits() {}

    /** The limits of one node. */
    static RateLimit node(Sql sql, TimeMeter clock) {
        var limit = new RateLimit();
        limit.sql = sql;
        limit.clock = clock;
        limit.open();
        return limit;
    }

    /** Limits whose windows are never used up, because nothing is kept of them. */
    public static RateLimit forgetful() {
        return node(new Forgetful(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    private static final class Forgetful extends Sql {
        @Override
        public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
            return Optional.empty();
        }

        @Override
        public int update(String sql, @Nullable Object... parameters) {
            return 1;
        }
    }
}

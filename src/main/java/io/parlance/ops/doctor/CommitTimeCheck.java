package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** How long PostgreSQL takes until a commit is on its disk. */
@ApplicationScoped
class CommitTimeCheck implements Check {
    private static final Duration SLOW = Duration.ofMillis(50);
    private static final int TRIES = 5;

    /** Goes to the log of transactions and nowhere else; its commit waits like any other. */
    private static final String COMMIT = "select pg_logical_emit_message(true, 'parlance', 'doctor')";

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "postgresql-commit-time";
    }

    @Override
    public Finding run() {
        return judge(
                Stream.generate(this::commit).limit(TRIES).sorted().toList().get(TRIES / 2));
    }

    private Duration commit() {
        long start = System.nanoTime();
        sql.one(COMMIT, row -> 1);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static Finding judge(Duration median) {
        var text = String.format(Locale.ROOT, "A commit takes %.1f ms (median of %d).", median.toNanos() / 1e6, TRIES);
        return median.compareTo(SLOW) < 0
                ? Finding.ok(text)
                : Finding.warning(
                        text + " Every request waits for one.",
                        "Look at the load of PostgreSQL's disk; put pg_wal on a faster one, or one whose cache survives a"
                                + " loss of power.");
    }
}

package io.parlance.core.store;

import io.parlance.core.problem.RejectedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL once a second, on one thread of its own, whether it is there and keeps the promise that what was acknowledged
 * is on disk. Whoever wants to know gets the last answer at once and never waits, even while PostgreSQL hangs: an answer that
 * is too old says so.
 */
@ApplicationScoped
public class StorePulse {
    /** An answer that is older tells of a PostgreSQL that hangs, or of a pool without a free connection. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(StorePulse.class.getName());
    private static final long PAUSE_MILLIS = 1000;

    private static final String READ_ONLY =
            "select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'";

    @Inject
    Sql sql;

    @Inject
    DurabilityCheck durability;

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Beat last;
    private @Nullable Thread thread;

    /** What PostgreSQL answered. */
    public record Answer(Durability durability, boolean readOnly) {}

    /** What was answered when; null where nothing was. */
    private record Beat(@Nullable Answer answer, long nanos) {}

    /** Asks once, so that there is an answer, and then goes on by itself. */
    public void start() {
        ask();
        thread = threads.newThread(this::beat);
        thread.start();
    }

    public void stop() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** What PostgreSQL answered; null where it cannot be reached or has not answered for a while. */
    public @Nullable Answer answer() {
        var beat = last;
        return beat == null || age(beat).compareTo(FRESH) > 0 ? null : beat.answer();
    }

    /** How old the last answer is, good or bad. */
    public Duration age() {
        var beat = last;
        return beat == null ? FRESH : age(beat);
    }

    private static Duration age(Beat beat) {
        return Duration.ofNanos(System.nanoTime() - beat.nanos());
    }

    private void beat() {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, the next second is another try. */
    private void ask() {
        try {
            var answer = new Answer(durability.ask(), isReadOnly());
            if (last != null && answer() == null) {
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL answers again");
            }
            note(answer);
        } catch (RejectedException outOfReach) {
            if (answer() != null) {
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL is out of reach");
            }
            note(null);
        } catch (RuntimeException fault) {
            if (answer() != null) {
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL cannot be asked for its settings", fault);
            }
            note(null);
        }
    }

    private boolean isReadOnly() {
        return sql.one(READ_ONLY, row -> row.getBoolean(1)).orElseThrow();
    }

    private void note(@Nullable Answer answer) {
        last = new Beat(answer, System.nanoTime());
    }
}

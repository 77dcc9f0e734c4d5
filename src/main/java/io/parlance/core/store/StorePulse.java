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
 * Asks PostgreSQL once a second, on a thread of its own, whether it is there and keeps the promise that what was acknowledged
 * is on disk. Whoever wants to know gets the last answer at once and never waits, even while PostgreSQL hangs: an answer that
 * is too old says so.
 */
@ApplicationScoped
public class StorePulse {
    /** An answer that is older tells of a PostgreSQL that hangs, or of a pool without a free connection. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(StorePulse.class.getName());
    private static final long PAUSE_MILLIS = 1000;
    private static final String WELL = "PostgreSQL answers, and keeps what it acknowledges";

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
    private String told = WELL;

    /** What PostgreSQL answered. */
    public record Answer(Durability durability, boolean readOnly) {}

    /** What was answered when; null where nothing was. */
    private record Beat(@Nullable Answer answer, long nanos) {}

    /** Asks once, so that there is an answer, and then goes on by itself. */
    public void start() {
        ask();
        thread = everySecond(this::ask);
        everySecond(this::tell);
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

    private Thread everySecond(Runnable task) {
        var started = threads.newThread(() -> repeat(task));
        started.start();
        return started;
    }

    private void repeat(Runnable task) {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                task.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, the next second is another try. */
    void ask() {
        try {
            note(new Answer(durability.ask(), isReadOnly()));
        } catch (RejectedException outOfReach) {
            note(null);
        } catch (RuntimeException fault) {
            if (answer() != null) {
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL cannot be asked for its settings", fault);
            }
            note(null);
        }
        tell();
    }

    /** Logs what has changed since the last time; a second thread does so while PostgreSQL hangs and holds up the first. */
    synchronized void tell() {
        var state = state();
        if (!state.equals(told)) {
            told = state;
            LOG.log(System.Logger.Level.WARNING, state);
        }
    }

    private String state() {
        var answer = answer();
        if (answer == null) {
            return "PostgreSQL is out of reach, or does not answer";
        }
        if (answer.readOnly()) {
            return "PostgreSQL can only be read";
        }
        var faults = answer.durability().faults();
        return faults.isEmpty() ? WELL : "PostgreSQL may lose what it acknowledges: " + String.join(", ", faults);
    }

    private boolean isReadOnly() {
        return sql.one(READ_ONLY, row -> row.getBoolean(1)).orElseThrow();
    }

    private void note(@Nullable Answer answer) {
        last = new Beat(answer, System.nanoTime());
    }
}

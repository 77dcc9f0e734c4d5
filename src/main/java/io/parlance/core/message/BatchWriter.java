package io.parlance.core.message;

import io.parlance.core.figure.FigureSource;
import io.parlance.core.figure.Figures;
import io.parlance.core.idempotency.KeptAnswers;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Sql;
import io.parlance.core.store.StoreOutage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Brings a batch to an end, whatever happens: every ticket of it is told its outcome. Where a row cannot be stored, the batch is
 * done again by halves, so that one client never fails another's request.
 */
@ApplicationScoped
class BatchWriter implements FigureSource {
    private static final System.Logger LOG = System.getLogger(BatchWriter.class.getName());
    private static final int ATTEMPTS = 3;
    private static final int TOLD_AT_ONCE = 8;
    private static final long SMALL_BYTES = 64 * 1024;

    @Inject
    MessageStore store;

    @Inject
    Numbers numbers;

    @Inject
    KeptAnswers keptAnswers;

    private final IntakeFigures figures = new IntakeFigures();

    /** Needs no transaction of its own: one statement is one. */
    void write(Batch batch, Executor answers) {
        var outcomes = new ArrayList<Runnable>();
        try {
            write(batch, outcomes);
        } finally {
            tell(outcomes, batch.bytes() > SMALL_BYTES ? 1 : TOLD_AT_ONCE, answers);
        }
    }

    /**
     * Small ones several at once, because to wake a thread costs as much as to answer. A large answer may wait for its
     * client to read, hence nobody waits behind it.
     */
    private static void tell(List<Runnable> outcomes, int atOnce, Executor answers) {
        for (int from = 0; from < outcomes.size(); from += atOnce) {
            var some = List.copyOf(outcomes.subList(from, Math.min(outcomes.size(), from + atOnce)));
            answers.execute(() -> some.forEach(Runnable::run));
        }
    }

    private void write(Batch batch, List<Runnable> outcomes) {
        Executor answers = outcomes::add;
        batch.awaitEarlierIds();
        var now = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
        var tickets = prepare(batch.tickets(), now, answers);
        batch.numbered();
        if (!tickets.isEmpty()) {
            attempt(
                    tickets,
                    batch.isFollower()
                            ? some -> store.appendBehind(some.get(0), now, batch::awaitTurn)
                            : some -> store.append(some, now),
                    answers);
        }
    }

    private List<Ticket> prepare(List<Ticket> tickets, Instant now, Executor answers) {
        var prepared = new ArrayList<Ticket>();
        Throwable outage = null;
        for (var ticket : tickets) {
            if (outage != null) { // to ask again for each would take too long
                ticket.fail(outage, answers);
                continue;
            }
            try {
                ticket.prepare(now, numbers);
                prepared.add(ticket);
            } catch (RuntimeException | Error e) {
                outage = isOutage(e) ? e : null;
                ticket.fail(e, answers);
            }
        }
        return prepared;
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof RejectedException refusal && refusal.reason() == Reason.STORE_UNAVAILABLE;
    }

    private void attempt(List<Ticket> tickets, Function<List<Ticket>, Appended> storing, Executor answers) {
        Appended appended;
        try {
            appended = append(tickets, storing);
        } catch (RuntimeException | Error e) {
            if (tickets.size() == 1
                    || e instanceof Error
                    || StoreOutage.behind(e).isPresent()) {
                tickets.forEach(ticket -> ticket.fail(e, answers));
                return;
            }
            LOG.log(System.Logger.Level.DEBUG, "a batch of {0} failed and is done by halves", tickets.size());
            attempt(tickets.subList(0, tickets.size() / 2), storing, answers);
            attempt(tickets.subList(tickets.size() / 2, tickets.size()), storing, answers);
            return;
        }
        for (var ticket : tickets) {
            tell(ticket, appended, answers);
        }
    }

    /** A statement that PostgreSQL rolled back because of others, in a deadlock, is simply done again. */
    private Appended append(List<Ticket> tickets, Function<List<Ticket>, Appended> storing) {
        for (int attempt = 1; ; attempt++) {
            try {
                long begun = System.nanoTime();
                var appended = storing.apply(tickets);
                var commit = new Ticket.Commit(begun, System.nanoTime(), tickets.size());
                tickets.forEach(ticket -> ticket.stored(commit));
                figures.stored(tickets, commit);
                return appended;
            } catch (RuntimeException e) {
                figures.failed();
                if (attempt == ATTEMPTS || !Sql.isToBeRepeated(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void tell(Figures taker) {
        figures.tell(taker);
    }

    private void tell(Ticket ticket, Appended appended, Executor answers) {
        try {
            var key = ticket.key();
            if (key == null || appended.claimed().contains(ticket)) {
                ticket.succeed(store.current(ticket, appended), answers);
                return;
            }
            keptAnswers
                    .find(key)
                    .ifPresentOrElse(
                            kept -> ticket.replay(kept, answers),
                            () -> ticket.fail(new IllegalStateException("the kept answer vanished"), answers));
        } catch (RuntimeException e) {
            ticket.fail(e, answers);
        }
    }
}

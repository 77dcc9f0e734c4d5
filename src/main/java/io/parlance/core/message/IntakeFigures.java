package io.parlance.core.message;

import io.parlance.core.figure.Figures;
import io.parlance.core.figure.Spread;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What the writers did: figures of batches, none of single messages. Thread-safe. */
final class IntakeFigures {
    private final Spread rows = Spread.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
    private final Spread submissions = Spread.of(1, 2, 4, 8, 16, 32, 64, 128);
    private final Spread commits = Spread.ofDurations();
    private final Spread waits = Spread.ofDurations();
    private final LongAdder failures = new LongAdder();

    void stored(List<Ticket> tickets, Ticket.Commit commit) {
        rows.add(tickets.stream().mapToLong(Ticket::rows).sum());
        submissions.add(tickets.size());
        commits.add(commit.ended() - commit.begun());
        tickets.forEach(ticket -> waits.add(commit.begun() - ticket.submitted()));
    }

    void failed() {
        failures.increment();
    }

    void tell(Figures figures) {
        figures.spread("intake_batch_rows", "Messages that shared a commit; the sum is all that was stored.", rows);
        figures.spread("intake_batch_requests", "Requests that shared a commit.", submissions);
        figures.spread("intake_commit_seconds", "Time of the statement that stores a batch, commit included.", commits);
        figures.spread("intake_wait_seconds", "From the submission of a request to that statement.", waits);
        figures.count("intake_failed_batches", "Batches that could not be stored as they were.", failures.sum());
    }
}

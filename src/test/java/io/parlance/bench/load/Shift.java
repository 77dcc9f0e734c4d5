package io.parlance.bench.load;

import io.parlance.bench.measure.Amount;
import io.parlance.bench.measure.Tally;
import java.time.Duration;
import java.util.PriorityQueue;

/** One slice of a load: from when to when it goes, what came of it, who has not got an answer and who waits for a turn. */
final class Shift {
    private final Tally tally = new Tally();
    private final PriorityQueue<Client> waiting;
    private final long start = System.nanoTime();
    private final long end;
    private final long patienceEnd;
    private int unanswered;

    Shift(Duration time, Duration patience) {
        end = start + time.toNanos();
        patienceEnd = end + patience.toNanos();
        waiting = new PriorityQueue<>((one, other) -> Long.compare(one.turn() - start, other.turn() - start));
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    Tally tally() {
        return tally;
    }

    /** Calls the client when its turn has come. */
    void enqueue(Client client) {
        waiting.add(client);
    }

    void callWhoseTurnItIs() {
        long now = System.nanoTime();
        for (var first = waiting.peek(); first != null && first.turn() - now <= 0; first = waiting.peek()) {
            waiting.remove().proceed();
        }
    }

    void sent() {
        unanswered++;
    }

    void answered() {
        unanswered--;
    }

    /** Whether there is something to wait for. */
    boolean lasts() {
        return unanswered > 0 || !waiting.isEmpty();
    }

    /** How long nothing happens unless the server does something; may be negative. */
    long nanosToNext() {
        var first = waiting.peek();
        return (first == null ? patienceEnd : first.turn()) - System.nanoTime();
    }

    boolean isOutOfPatience() {
        return System.nanoTime() - patienceEnd > 0;
    }

    Amount amount() {
        return tally.amount((System.nanoTime() - start) / 1e9);
    }
}

package io.parlance.core.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The submissions of one writer, in the order of their arrival. It takes whatever waits at that moment and never waits for
 * more: a lone request waits for nobody.
 */
final class Lane {
    private static final int SHORT = 16;

    private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
    /** Taken from the queue before and not stored yet. Only the writer touches it. */
    private final Deque<Ticket> putOff = new ArrayDeque<>();

    private final Lock turn = new ReentrantLock();
    private final int number;

    Lane(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    void add(Ticket ticket) {
        queue.add(ticket);
    }

    /** What nobody has taken from the queue yet. */
    List<Ticket> waiting() {
        var tickets = new ArrayList<Ticket>();
        queue.drainTo(tickets);
        return tickets;
    }

    /** Held while a batch with threads of this lane is on its way, so that their order is the order of commits. */
    Lock turn() {
        return turn;
    }

    /** Waits for a submission. */
    void await() throws InterruptedException {
        if (putOff.isEmpty()) {
            putOff.add(queue.take());
        }
    }

    /** Whether so few rows wait that more are likely to come while another batch is on its way. */
    boolean isShort() {
        return putOff.stream().mapToInt(Ticket::rows).sum() + queue.size() < SHORT;
    }

    /** Takes what is there. */
    Batch take() {
        var batch = new Batch();
        var next = offerPutOff(batch) ? null : queue.poll();
        while (next != null) {
            var admission = batch.offer(next);
            if (admission != Batch.Admission.TAKEN) {
                putOff.add(next);
            }
            next = admission == Batch.Admission.FULL ? null : queue.poll();
        }
        return batch;
    }

    /** Offers in order what was put off; answers whether the batch is full. */
    private boolean offerPutOff(Batch batch) {
        for (var tickets = putOff.iterator(); tickets.hasNext(); ) {
            var admission = batch.offer(tickets.next());
            if (admission == Batch.Admission.FULL) {
                return true;
            }
            if (admission == Batch.Admission.TAKEN) {
                tickets.remove();
            }
        }
        return false;
    }
}

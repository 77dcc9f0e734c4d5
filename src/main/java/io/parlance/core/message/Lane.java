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
    private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
    /** Taken from the queue before, not stored with the batch of then. Only the writer touches it. */
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

    /** Waits for a submission and takes what else is there. */
    Batch take() throws InterruptedException {
        var batch = new Batch();
        boolean full = offerPutOff(batch);
        var next = batch.isEmpty() ? queue.take() : full ? null : queue.poll();
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

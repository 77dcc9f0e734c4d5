package io.parlance.core.message;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The submissions that wait for a writer, in the order of their arrival. A writer takes whatever waits at that moment and never
 * waits for more, but for two reasons to leave a submission where it is: its thread or its key is in a batch that is on its
 * way, so that the order in a thread is the order of commits; or only few rows wait while another short batch is on its way,
 * because writers that race split the commits that those who take turns share. One large submission of the same threads may be
 * taken all the same, to be written meanwhile and committed behind: it follows. Thread-safe.
 */
final class Backlog {
    /** A batch of fewer rows is a short one. */
    static final int SHORT = 16;

    private final Lock lock = new ReentrantLock();
    private final Condition worthALook = lock.newCondition();
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private int waitingRows;
    /** Threads and keys of the batches that are on their way, with the last batch that has each. */
    private final Map<Object, Batch> busy = new HashMap<>();

    private int shortOnes;

    void add(Ticket ticket) {
        lock.lock();
        try {
            waiting.add(ticket);
            waitingRows += ticket.rows();
            if (isFree(ticket, busy.keySet()) || ticket.mayFollow()) {
                inform();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to write and takes what is there. The batch must be given to {@link #done} afterwards. */
    Batch take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var batch = pick();
            while (batch.isEmpty()) {
                worthALook.await();
                batch = pick();
            }
            claim(batch);
            shortOnes += batch.rows() < SHORT ? 1 : 0;
            inform();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void claim(Batch batch) {
        for (var claim : batch.claims()) {
            var last = busy.put(claim, batch);
            if (last != null) {
                batch.follow(last);
            }
        }
    }

    /** Tells that a batch has come to its end, stored or not. */
    void done(Batch batch) {
        lock.lock();
        try {
            batch.claims().forEach(claim -> busy.remove(claim, batch));
            batch.end();
            shortOnes -= batch.rows() < SHORT ? 1 : 0;
            inform();
        } finally {
            lock.unlock();
        }
    }

    /** Takes everything, to be refused. */
    List<Ticket> clear() {
        lock.lock();
        try {
            var all = List.copyOf(waiting);
            waiting.clear();
            waitingRows = 0;
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes a writer only if there may be something for it: to wake one costs as much as to store a row. */
    private void inform() {
        if (!waiting.isEmpty() && !mustWait()) {
            worthALook.signal();
        }
    }

    private boolean mustWait() {
        return shortOnes > 0 && waitingRows < SHORT;
    }

    private Batch pick() {
        if (mustWait()) {
            return new Batch();
        }
        var batch = pickFree();
        var follower = batch.isEmpty() ? follower() : null;
        return follower == null ? batch : following(follower);
    }

    private Batch pickFree() {
        var batch = new Batch();
        var held = new HashSet<Object>();
        for (var tickets = waiting.iterator(); tickets.hasNext(); ) {
            var ticket = tickets.next();
            if (!isFree(ticket, busy.keySet()) || !isFree(ticket, held)) {
                held.addAll(ticket.claims());
                continue;
            }
            var admission = batch.offer(ticket);
            if (admission == Batch.Admission.FULL) {
                break;
            }
            if (admission == Batch.Admission.TAKEN) {
                tickets.remove();
                waitingRows -= ticket.rows(); // of a repetition as well, which adds no row to the batch
            }
        }
        return batch;
    }

    /** Where nobody is free: the first that may be written meanwhile and has nobody waiting before it in its threads. */
    private @Nullable Ticket follower() {
        if (waiting.stream().noneMatch(Ticket::mayFollow)) {
            return null;
        }
        var held = new HashSet<Object>();
        for (var ticket : waiting) {
            if (ticket.mayFollow() && isFree(ticket, held)) {
                return ticket;
            }
            held.addAll(ticket.claims());
        }
        return null;
    }

    private Batch following(Ticket ticket) {
        waiting.remove(ticket);
        waitingRows -= ticket.rows();
        var batch = new Batch();
        batch.offer(ticket);
        return batch;
    }

    private static boolean isFree(Ticket ticket, Set<Object> taken) {
        return taken.isEmpty() || Collections.disjoint(ticket.claims(), taken);
    }
}

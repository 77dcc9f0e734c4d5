package io.parlance.kill;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients know: which requests were acknowledged, and which they cannot tell anything about. Thread-safe. */
public final class Ledger {
    private final Queue<Post> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Post> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inARow = new AtomicInteger();

    void acknowledge(Post post) {
        acknowledged.add(post);
        inARow.incrementAndGet();
    }

    /** The request was given up after a failure: its messages are stored or not. */
    void giveUp(Post post) {
        unknown.add(post);
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
        inARow.set(0);
    }

    /** The connection broke before an answer came. */
    void loseConnection() {
        inARow.set(0);
    }

    /** Requests acknowledged since the last failure of any client. */
    public int inARow() {
        return inARow.get();
    }

    public List<Post> acknowledged() {
        return List.copyOf(acknowledged);
    }

    public List<Post> unknown() {
        return List.copyOf(unknown);
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}

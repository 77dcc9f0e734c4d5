package io.parlance.core.message;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The one way in. What it answers is committed: messages, their outbox events, the thread they open, the attachments they
 * bind and the answer kept under the client's key are stored in one transaction, or nothing is. Requests that wait at the same
 * moment share a commit; no thread waits with them.
 */
@ApplicationScoped
public class MessageIntake {
    @Inject
    MessageWriters writers;

    @Inject
    Instance<IntakeTracer> tracers;

    private @Nullable IntakeTracer tracer;

    @PostConstruct
    void open() {
        tracer = tracers.isResolvable() ? tracers.get() : null;
    }

    /**
     * Stores what was submitted. A draft whose natural key has the same content already gets the message stored before;
     * drafts of one submission under the same natural key get the last one's.
     *
     * @return completed after the commit, on a thread of the intake; fails with {@link
     *     io.parlance.core.problem.RejectedException} where too much waits already, where the store is out of reach (the outcome
     *     is unknown then), and where an unlike request was accepted under the same key
     */
    public CompletionStage<Receipt> accept(Submission submission) {
        var ticket = new Ticket(submission);
        var outcome = writers.submit(ticket);
        var follower = tracer == null ? null : tracer.follow();
        return follower == null ? outcome : outcome.whenComplete((receipt, failure) -> follower.ended(ticket.times()));
    }

    /** Whether it can store at all: false once a thread that stores has ended, after which only a new start helps. */
    public boolean isAlive() {
        return writers.areAlive();
    }

    /** Refuses from now on, and returns when everything accepted before has been stored and answered, or has failed. */
    public void drain() {
        writers.drain();
    }
}

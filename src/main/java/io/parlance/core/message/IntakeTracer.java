package io.parlance.core.message;

import org.jspecify.annotations.Nullable;

/** Follows submissions, if an administrator wants them followed. */
public interface IntakeTracer {
    /** Who wants to know about the submission that this thread makes now; null where nobody does. */
    @Nullable
    Follower follow();

    /** Is told when the outcome of a submission is known. */
    interface Follower {
        void ended(Times times);
    }

    /**
     * When what happened, as {@link System#nanoTime} says; 0 for what did not happen.
     *
     * @param written when the statement began that stored it
     * @param requests how many shared the commit
     */
    record Times(long submitted, long written, long committed, int requests) {}
}

package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that all requests hold in memory together, and says no before they are too many. */
@ApplicationScoped
class BodyBudget {
    private static final int SHARE_OF_HEAP = 4;

    private final AtomicLong held = new AtomicLong();
    private final long limit = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;

    /** Takes bytes out of the budget; false, and nothing taken, if they are not there. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}

package io.parlance.rest;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether bodies on their way, and what is made of them, fit into the heap. */
@ApplicationScoped
class BodyMemoryCheck implements LocalCheck {
    /** A budget for bodies that arrive, and twice as much for those that are worked on. */
    private static final int BUDGETS = 1 + IntakeBounds.WORK_PER_ARRIVING;

    @Inject
    IntakeLimits limits;

    @Override
    public String name() {
        return "body-memory";
    }

    @Override
    public Finding run() {
        return judge(limits.maxBytes(), limits.budget(), Runtime.getRuntime().maxMemory());
    }

    static Finding judge(long maxBytes, long budget, long heap) {
        if (maxBytes > budget) {
            return Finding.failed(
                    "A body may have " + maxBytes + " bytes, and all together " + budget
                            + ": the largest are never accepted.",
                    "Lower parlance.body.max-bytes, or raise -Xmx or parlance.body.budget-bytes.");
        }
        return budget > heap / BUDGETS
                ? Finding.failed(
                        "Bodies may need " + BUDGETS + " times " + budget + " bytes of a heap of " + heap
                                + ": enough clients at once end the server.",
                        "Leave parlance.body.budget-bytes out (a quarter of the heap), or raise -Xmx.")
                : Finding.ok("Bodies may have " + maxBytes + " bytes each and " + budget + " together, of a heap of "
                        + heap + ".");
    }
}

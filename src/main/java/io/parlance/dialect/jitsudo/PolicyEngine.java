package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.thread.MessageThread;
import java.util.List;

/** Decides what a caller may do with an access request. It fails closed: what no rule permits is denied. Thread-safe. */
interface PolicyEngine {
    Decision decide(Caller caller, Action action, MessageThread accessRequest);

    /** What may be done with an access request, in the words policies use in lower case. */
    enum Action {
        ADD_MESSAGE,
        APPROVE
    }

    /**
     * A decision and why.
     *
     * @param notices what the determining rules tell the user
     */
    record Decision(boolean permitted, List<String> notices) {
        static Decision of(boolean permitted) {
            return new Decision(permitted, List.of());
        }
    }
}

package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.access.Caller;
import io.parlance.core.thread.MessageThread;
import java.util.Locale;

/** Decides what a caller may do with an access request. It fails closed: what no rule permits is denied. Thread-safe. */
public interface PolicyEngine {
    Decision decide(Caller caller, Action action, AccessFacts access);

    /** Decides about an access request that exists. */
    default Decision decide(Caller caller, Action action, MessageThread accessRequest) {
        return decide(caller, action, AccessFacts.of(accessRequest));
    }

    /** What may be done with an access request. */
    enum Action {
        /** Ask for the access; the only one that is decided before there is an access request. */
        REQUEST_ACCESS,
        ADD_MESSAGE,
        LIST_MESSAGES,
        READ_REQUEST,
        APPROVE,
        DENY,
        CANCEL;

        /** The word of policies. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

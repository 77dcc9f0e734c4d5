package io.parlance.dialect.jitsudo;

import java.util.Locale;

/** How an access request ends, or is answered; each happens once and from {@link #PENDING} only. */
enum Outcome {
    APPROVED,
    DENIED,
    CANCELLED,
    EXPIRED;

    static final String PENDING = "pending";

    /** The documented status. */
    String status() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The documented event, which is also the action in the audit log. */
    String event() {
        return "request." + status();
    }

    /** What the people of the access request read. */
    String sentence(String actorId, String reasoning) {
        return this == EXPIRED
                ? "The request expired: nobody decided in time."
                : "The request was " + status() + " by " + actorId + (reasoning.isBlank() ? "." : ": " + reasoning);
    }
}

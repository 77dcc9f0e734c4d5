package io.parlance.core.problem;

import java.util.OptionalInt;

/** The only refusal the core knows. The detail is for people and logs; it holds no secret, SQL or class name. */
public class RejectedException extends ExpectedException {
    private static final int NO_RETRY_HINT = -1;

    private final Reason reason;
    private final int retryAfterSeconds;

    public RejectedException(Reason reason, String detail) {
        this(reason, detail, NO_RETRY_HINT);
    }

    public RejectedException(Reason reason, String detail, int retryAfterSeconds) {
        super(detail);
        this.reason = reason;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Whole seconds after which a new try makes sense, where that is known. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds == NO_RETRY_HINT ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }
}

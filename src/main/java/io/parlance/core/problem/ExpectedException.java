package io.parlance.core.problem;

/**
 * An answer to the caller and no fault of the program. It has no stack trace: below a server's hundred frames one costs more
 * than the rest of the refusal, and nobody reads it.
 */
public abstract class ExpectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ExpectedException(String message) {
        super(message, null, false, false);
    }
}

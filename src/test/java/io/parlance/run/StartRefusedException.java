package io.parlance.run;

/** A start that cannot succeed until its user changes something; the message is one line that says what. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String message) {
        super(message);
    }
}

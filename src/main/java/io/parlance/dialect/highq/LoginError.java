package io.parlance.dialect.highq;

import io.parlance.core.problem.ExpectedException;

/** What can be wrong with a visit to the login pages, in words for people. */
enum LoginError {
    UNKNOWN_CLIENT("The application that sent you here is not known to this server."),
    OTHER_ADDRESS("The application that sent you here wants you back at an address that it is not registered with."),
    PAGE_TOO_OLD(
            "This page is too old, or your browser accepts no cookies. Go back to the application and begin anew.");

    private final String text;

    LoginError(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    Fault fault() {
        return new Fault(this);
    }

    /** A refusal in these words. */
    static final class Fault extends ExpectedException {
        private static final long serialVersionUID = 1L;

        private final LoginError error;

        private Fault(LoginError error) {
            super(error.name());
            this.error = error;
        }

        LoginError error() {
            return error;
        }
    }
}

package io.parlance.dialect.mews;

import io.parlance.core.problem.ExpectedException;

/** A request that breaks a rule of this server; the text is for the person who uses the client. */
final class BusinessRule extends ExpectedException {
    private static final long serialVersionUID = 1L;

    BusinessRule(String text) {
        super(text);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}

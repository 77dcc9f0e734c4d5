package io.parlance.dialect.mews;

import io.parlance.core.problem.ExpectedException;

/** A body with a member that is missing, of the wrong type or refers to nothing: {@code Invalid {Parameter}}. */
final class InvalidParameter extends ExpectedException {
    private static final long serialVersionUID = 1L;

    private final String text;

    InvalidParameter(String name) {
        super(name);
        this.text = "Invalid " + name;
    }

    /** The documented text. */
    String text() {
        return text;
    }
}

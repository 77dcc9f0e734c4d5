package io.parlance.dialect.highq;

import io.parlance.core.problem.ExpectedException;

/** A client wants a part of a file that the file does not have. */
final class UnsatisfiableRange extends ExpectedException {
    private static final long serialVersionUID = 1L;

    private final long size;

    UnsatisfiableRange(long size) {
        super("the range lies behind the end of the file");
        this.size = size;
    }

    /** As the header {@code Content-Range} of the refusal has it. */
    String contentRange() {
        return "bytes */" + size;
    }
}

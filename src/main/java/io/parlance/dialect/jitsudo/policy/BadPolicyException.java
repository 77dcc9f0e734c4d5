package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.problem.ExpectedException;

/** A policy text that cannot be taken: what is wrong with it, and where. */
public final class BadPolicyException extends ExpectedException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int offset;

    /** The offset counts characters of the text that was given. */
    BadPolicyException(String problem, int offset) {
        super(problem);
        this.problem = problem;
        this.offset = offset;
    }

    public String problem() {
        return problem;
    }

    public int offset() {
        return offset;
    }

    /** The same, for a text of which this one is a part. */
    BadPolicyException behind(int characters) {
        return new BadPolicyException(problem, offset + characters);
    }
}

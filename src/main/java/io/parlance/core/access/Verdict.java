package io.parlance.core.access;

import io.parlance.core.problem.Reason;

/** What the realm found out about a caller. It travels with the request under {@link #ATTRIBUTE}. */
public sealed interface Verdict {
    /** Name of the request attribute that carries the verdict from the realm to the dialect. */
    String ATTRIBUTE = "io.parlance.verdict";

    /** The credential is good. */
    record Granted(Caller caller) implements Verdict {}

    /** The credential is missing, unknown, revoked or expired; the reason says which. */
    record Denied(Reason reason) implements Verdict {}

    /** The realm itself failed; whoever needs a caller fails with it. */
    record Failed(RuntimeException cause) implements Verdict {}

    Verdict MISSING = new Denied(Reason.CREDENTIAL_MISSING);
    Verdict INVALID = new Denied(Reason.CREDENTIAL_INVALID);
    Verdict EXPIRED = new Denied(Reason.CREDENTIAL_EXPIRED);
}

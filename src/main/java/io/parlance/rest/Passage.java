package io.parlance.rest;

import io.parlance.core.problem.Reason;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request to a dialect or to the admin API on its way: counted once, with what became of it, when its answer is complete.
 * What became of it is noted by whoever decides it, because a container may have forgotten the answer at its end.
 */
final class Passage {
    static final String ATTRIBUTE = "io.parlance.passage";

    private static final int FIRST_REFUSAL = 400;

    private final ServedFigures figures;
    private final RequestTrace trace;
    private final long begun = System.nanoTime();
    /** Null until something is noted. */
    private volatile @Nullable Outcome outcome;

    private volatile boolean answered;

    /** The reason is null for success. */
    private record Outcome(@Nullable Reason reason) {}

    private static final Outcome ACCEPTED = new Outcome(null);

    private Passage(ServedFigures figures, RequestTrace trace) {
        this.figures = figures;
        this.trace = trace;
    }

    static void begin(HttpServletRequest request, ServedFigures figures, RequestTracer tracer) {
        request.setAttribute(ATTRIBUTE, new Passage(figures, tracer.begin(request, figures.dialect())));
    }

    static Passage of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Passage passage ? passage : uncounted();
    }

    /** Of a request that is counted nowhere. */
    static Passage uncounted() {
        return new Passage(new ServedFigures(""), RequestTrace.NONE);
    }

    /** Notes why a request was refused; {@link Reason#INTERNAL} says that it failed. */
    static void refused(HttpServletRequest request, Reason reason) {
        if (request.getAttribute(ATTRIBUTE) instanceof Passage passage) {
            passage.outcome = new Outcome(reason);
        }
    }

    /** Notes the status of an answer, unless something is known already. */
    static void answered(HttpServletRequest request, int status) {
        if (request.getAttribute(ATTRIBUTE) instanceof Passage passage) {
            passage.note(request, status);
        }
    }

    private void note(HttpServletRequest request, int status) {
        if (outcome == null) {
            outcome = status < FIRST_REFUSAL ? ACCEPTED : new Outcome(reason(status));
        }
        if (!answered) {
            answered = true;
            trace.answered(request, status);
            RequestLog.answered(request, status);
        }
    }

    /** The word for the dialect, or for the admin API. */
    String dialect() {
        return figures.dialect();
    }

    RequestTrace trace() {
        return trace;
    }

    /** A request that ends without any answer has failed, whoever is to blame. */
    void end() {
        var known = outcome;
        figures.count(known == null ? Reason.INTERNAL : known.reason(), System.nanoTime() - begun);
        trace.end();
    }

    /** For answers that were not made of a reason. */
    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.CREDENTIAL_INVALID;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.RESOURCE_NOT_FOUND;
            case 405 -> Reason.METHOD_NOT_ALLOWED;
            case 406 -> Reason.NOT_ACCEPTABLE;
            case 408 -> Reason.BODY_TOO_SLOW;
            case 409 -> Reason.CONFLICT;
            case 413 -> Reason.BODY_TOO_LARGE;
            case 415 -> Reason.MEDIA_TYPE_UNSUPPORTED;
            case 416 -> Reason.RANGE_UNSATISFIABLE;
            case 429 -> Reason.RATE_LIMITED;
            case 503 -> Reason.OVERLOADED;
            default -> status < 500 ? Reason.INPUT_INVALID : Reason.INTERNAL;
        };
    }
}

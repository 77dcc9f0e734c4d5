package io.parlance.ops.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.parlance.core.access.Caller;
import io.parlance.core.access.Verdict;
import io.parlance.rest.RequestId;
import io.parlance.rest.RequestTrace;
import jakarta.servlet.http.HttpServletRequest;

/** The span of one request, from its head to its complete answer. */
final class RequestSpan implements RequestTrace {
    private static final int FIRST_FAULT = 500;

    private final Span span;

    RequestSpan(Span span) {
        this.span = span;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed by who serves the request
    public Served serve() {
        return span.makeCurrent()::close;
    }

    @Override
    public void answered(HttpServletRequest request, int status) {
        span.setAttribute("http.response.status_code", status);
        span.setAttribute("parlance.request_id", RequestId.of(request));
        if (request.getAttribute(Verdict.ATTRIBUTE) instanceof Verdict.Granted granted
                && !granted.caller().tenantId().equals(Caller.INSTALLATION)) {
            span.setAttribute("parlance.tenant", granted.caller().tenantId().toString());
        }
        if (status >= FIRST_FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    @Override
    public void end() {
        span.end();
    }
}

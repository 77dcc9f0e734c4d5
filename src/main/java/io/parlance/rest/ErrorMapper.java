package io.parlance.rest;

import io.parlance.core.problem.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Base of the one place in a dialect that writes an error. It classifies and logs; the dialect words. Subclasses are plain
 * providers, one instance per application, never CDI beans: a shared one would answer in another application's context.
 */
public abstract class ErrorMapper implements ExceptionMapper<Throwable> {
    @Context
    protected HttpServletRequest request;

    /** Words a refusal in the dialect's documented form. */
    protected abstract Response word(Refusal refusal);

    /** Words a failure that only this dialect throws; null where it is none of its own. */
    protected abstract @Nullable Response wordOwn(Throwable failure);

    @Override
    public final Response toResponse(Throwable failure) {
        var own = wordOwn(failure);
        if (own != null) {
            RequestLog.refused(request, String.valueOf(failure.getMessage()));
            return own;
        }
        var refusal = withoutBody(Refusal.of(failure));
        Passage.refused(request, refusal.reason());
        log(refusal, failure);
        var response = Response.fromResponse(word(refusal));
        refusal.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        if (refusal.allowedMethods() != null) {
            response.header(HttpHeaders.ALLOW, refusal.allowedMethods());
        }
        return response.build();
    }

    /**
     * A request with neither body nor type is one without a body. RESTEasy takes it for one of an unknown type; Jersey lets it
     * on to the operation.
     */
    private Refusal withoutBody(Refusal refusal) {
        return refusal.reason() == Reason.MEDIA_TYPE_UNSUPPORTED
                        && request.getContentType() == null
                        && request.getContentLengthLong() <= 0
                ? Refusal.simple(Reason.BODY_MALFORMED, "there is no body")
                : refusal;
    }

    private void log(Refusal refusal, Throwable failure) {
        if (refusal.reason() == Reason.INTERNAL) {
            RequestLog.failed(request, refusal.incident(), failure);
        } else {
            RequestLog.refused(request, refusal);
        }
    }
}

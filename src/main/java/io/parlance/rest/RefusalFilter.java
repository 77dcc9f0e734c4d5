package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Throws the refusal that a servlet filter left in the request, so that the application's own mapper words it; and refuses
 * what the container would answer past that mapper.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
public class RefusalFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getProperty(BoundedIntakeFilter.REFUSAL) instanceof RejectedException refusal) {
            throw refusal;
        }
        requireReadableAccept(context);
        if (context.getMethod().equals("OPTIONS")) {
            context.setMethod(
                    "UNKNOWN"); // no dialect documents OPTIONS, and the container's own answer is WADL or HTML
        }
    }

    /** Jersey answers a malformed header by itself, without a body. */
    private static void requireReadableAccept(ContainerRequestContext context) {
        try {
            context.getAcceptableMediaTypes();
        } catch (ProcessingException | IllegalArgumentException malformed) {
            throw new RejectedException(Reason.NOT_ACCEPTABLE, "the Accept header cannot be read");
        }
    }
}

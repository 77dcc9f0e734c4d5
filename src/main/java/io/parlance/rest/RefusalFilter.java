package io.parlance.rest;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Throws the refusal that a servlet filter left in the request, so that the application's own mapper words it; and refuses what
 * no operation reads, whatever the dialect.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
public class RefusalFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getProperty(BoundedIntakeFilter.REFUSAL) instanceof RejectedException refusal) {
            throw refusal;
        }
        var encoding = context.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity")) {
            throw new RejectedException(Reason.MEDIA_TYPE_UNSUPPORTED, "encoded bodies are not read");
        }
        if (context.getMethod().equals("OPTIONS")) {
            context.setMethod("UNKNOWN"); // documented nowhere; the containers answer it themselves, with WADL or HTML
        }
    }
}

package io.parlance.rest;

import io.parlance.core.problem.RejectedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Throws the refusal that a servlet filter left in the request, so that the application's own mapper words it. */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
public class RefusalFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getProperty(BoundedIntakeFilter.REFUSAL) instanceof RejectedException refusal) {
            throw refusal;
        }
        if (context.getMethod().equals("OPTIONS")) {
            context.setMethod("UNKNOWN"); // documented nowhere; the containers answer it themselves, with WADL or HTML
        }
    }
}

package io.parlance.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Notes the status of each answer that JAX-RS makes. */
public class OutcomeFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Passage.answered(request.getProperty(Passage.ATTRIBUTE), response.getStatus());
    }
}

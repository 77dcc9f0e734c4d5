package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;

/** Notes the status of each answer that JAX-RS makes. */
public class OutcomeFilter implements ContainerResponseFilter {
    @Context
    HttpServletRequest served;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Passage.answered(served, response.getStatus());
    }
}

package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.Map;

/** Headers that all answers of an application have, refusals included, whichever way their requests went. */
public abstract class AnswerHeaders implements ContainerResponseFilter {
    @Context
    HttpServletRequest served;

    /** The headers by name; they take the place of others of the same name. */
    protected abstract Map<String, String> of(HttpServletRequest request);

    @Override
    public final void filter(ContainerRequestContext request, ContainerResponseContext response) {
        of(served).forEach(response.getHeaders()::putSingle);
    }
}

package io.parlance.dialect.mews;

import io.parlance.rest.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;

/** Puts {@code Request-Id} on every answer, refusals included, where its body repeats the same value. */
public class RequestIdFilter implements ContainerResponseFilter {
    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext requestContext, ContainerResponseContext response) {
        response.getHeaders().putSingle("Request-Id", RequestId.of(request));
    }
}

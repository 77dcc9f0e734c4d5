package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;

/** Follows requests to dialects and the admin API, if an administrator wants them followed. */
public interface RequestTracer {
    /** {@link RequestTrace#NONE} where nobody does. */
    RequestTrace begin(HttpServletRequest request, String dialect);
}

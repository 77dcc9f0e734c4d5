package io.parlance.dialect.mews;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.PassesEveryday;
import jakarta.annotation.Priority;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests to the documented form, where JAX-RS is more lenient or more strict: the address counts as it was sent
 * (no trailing slash, no path parameters, no escapes), the method is POST, the body is JSON also where no type is given,
 * and the answer is JSON whatever {@code Accept} says.
 */
@PassesEveryday
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ExactRequestFilter implements ContainerRequestFilter {
    private static final Pattern RESOURCE_AND_ACTION = Pattern.compile("/[A-Za-z]+/[A-Za-z]+");
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*[\\w.-]+=[^;]+)*", Pattern.CASE_INSENSITIVE);

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!context.getMethod().equals(HttpMethod.POST) || !isExact(sentAddress(), request.getContextPath())) {
            throw new RejectedException(Reason.PATH_UNKNOWN, "no operation at this address");
        }
        if (!isJson(request.getContentType())) {
            throw new RejectedException(Reason.MEDIA_TYPE_UNSUPPORTED, "the body is not declared as JSON");
        }
        context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }

    /** The address before the intake filter dispatched the request. */
    private String sentAddress() {
        return request.getAttribute(AsyncContext.ASYNC_REQUEST_URI) instanceof String sent
                ? sent
                : request.getRequestURI();
    }

    /** Whether it is the base address, a resource and an action, in plain letters; which ones exist, JAX-RS knows. */
    static boolean isExact(String address, String contextPath) {
        var base = contextPath + MewsDialect.BASE;
        return address.startsWith(base)
                && RESOURCE_AND_ACTION.matcher(address.substring(base.length())).matches();
    }

    /** Well-formed parameters do not matter, and a body without a type is JSON: ordinary scripts send none. */
    static boolean isJson(@Nullable String contentType) {
        return contentType == null
                || contentType.isBlank()
                || JSON.matcher(contentType.strip()).matches();
    }
}

package io.parlance.rest;

import io.parlance.core.dialect.DialectCatalog;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Takes every body in without holding a thread while it arrives, within a size and a deadline, and only then lets the request
 * on to its operation. Without it a few hundred slow clients stop the server, because the containers read bodies blocking
 * and without bounds. Requests to places that do not exist end here.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class BoundedIntakeFilter implements Filter {
    /** Request attribute: the refusal that the application's error mapper is to word. */
    public static final String REFUSAL = "io.parlance.refusal";

    static final String BODY = "io.parlance.body";

    @Inject
    RequestContextController requestContext;

    @Inject
    IntakeLimits limits;

    @Inject
    BodyBudget budget;

    @Inject
    DialectCatalog dialects;

    @Inject
    FrontPage frontPage;

    private final ScheduledThreadPoolExecutor timer = timer();

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        if (request.getAttribute(BODY) instanceof byte[] body) {
            goOn(request, response, chain, body);
            return;
        }
        RequestId.of(request);
        var path = Paths.within(request);
        if (dialects.serving(path).isEmpty() && !Paths.isAdmin(path)) {
            frontPage.answer(request, response, chain);
            return;
        }
        if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(readable(request), response);
            return;
        }
        if (hasArrived(request) && budget.take(request.getContentLength())) {
            goOn(request, response, chain, request.getInputStream().readNBytes(request.getContentLength()));
            return;
        }
        var async = request.startAsync(request, response);
        async.setTimeout(0);
        new BodyReader(async, limits, budget, timer).start();
    }

    /** Small bodies come with their head, so that reading them waits for nothing and the request needs no second dispatch. */
    private boolean hasArrived(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length > 0
                && length <= limits.maxBytes()
                && request.getInputStream().available() >= length;
    }

    /** Payara opens no CDI request context for a dispatched request, so it is opened here. */
    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
            throws IOException, ServletException {
        boolean opened = requestContext.activate();
        try {
            chain.doFilter(new ReplayedRequest(readable(request), body), response);
        } finally {
            budget.giveBack(body.length);
            if (opened) {
                requestContext.deactivate();
            }
        }
    }

    private static HttpServletRequest readable(HttpServletRequest request) {
        return ReadableAcceptRequest.of(ReadableTypeRequest.of(request));
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor timer() {
        var executor = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "parlance-body-deadline");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}

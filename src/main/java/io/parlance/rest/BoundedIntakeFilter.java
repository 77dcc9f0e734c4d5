package io.parlance.rest;

import io.parlance.core.dialect.DialectCatalog;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
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
    Instance<RequestContextController> requestContexts;

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
            try {
                goOn(request, response, chain, body);
            } finally {
                budget.giveBack(body.length);
            }
            return;
        }
        RequestId.of(request);
        var path = Paths.within(request);
        if (dialects.serving(path).isEmpty() && !Paths.isAdmin(path)) {
            frontPage.answer(request, response, chain);
            return;
        }
        takeIn(request, response, chain);
    }

    private void takeIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isBodiless(request)) {
            chain.doFilter(readable(request), response);
            return;
        }
        if (hasArrived(request)) {
            goOn(request, response, chain, request.getInputStream().readNBytes(request.getContentLength()));
            return;
        }
        var async = request.startAsync(request, response);
        async.setTimeout(0);
        new BodyReader(async, limits, budget, timer).start();
    }

    /** HTTP/1 announces every body by its length or as chunked; HTTP/2 need not announce one at all. */
    private static boolean isBodiless(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length == 0
                || (length < 0
                        && request.getProtocol().startsWith("HTTP/1.")
                        && request.getHeader("Transfer-Encoding") == null);
    }

    /** Small bodies come with their head, so that reading them waits for nothing and the request needs no second dispatch. */
    private boolean hasArrived(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length > 0
                && length <= limits.maxBytes()
                && request.getInputStream().available() >= length;
    }

    /**
     * Payara opens no CDI request context for a dispatched request, so it is opened here. The controller remembers whether it
     * opened one, hence each request needs its own.
     */
    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
            throws IOException, ServletException {
        var context = requestContexts.get();
        boolean opened = context.activate();
        try {
            chain.doFilter(new ReplayedRequest(readable(request), body), response);
        } finally {
            if (opened) {
                context.deactivate();
            }
            requestContexts.destroy(context);
        }
    }

    private static HttpServletRequest readable(HttpServletRequest request) {
        return ReadableAcceptRequest.of(ReadableTypeRequest.of(QuietRequest.of(request)));
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

package io.parlance.rest;

import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.rest.IntakeLimits.Allowance;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes every body in without holding a thread while it arrives, within a size and a deadline, and only then lets the request
 * on to its operation, if not too many are in flight. Without it a few hundred slow clients stop the server, because the
 * containers read bodies blocking and without bounds. Requests to places that do not exist end here.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class BoundedIntakeFilter implements Filter {
    /** Request attribute: the refusal that the application's error mapper is to word. */
    public static final String REFUSAL = "io.parlance.refusal";

    /** Request attribute of a request that is dispatched because its body is there, or is refused. */
    static final String ADMISSION = "io.parlance.admission";

    @Inject
    Instance<RequestContextController> requestContexts;

    @Inject
    IntakeLimits limits;

    @Inject
    IntakeBounds bounds;

    @Inject
    LateBodies lateBodies;

    @Inject
    BodyFiles files;

    @Inject
    DialectCatalog dialects;

    @Inject
    FrontPage frontPage;

    @Inject
    PublicUrl publicUrl;

    @Inject
    DirectOperations directOperations;

    @Inject
    RequestFigures figures;

    @Inject
    RequestTracer tracer;

    @Override
    public void init(FilterConfig config) {
        directOperations.open(config.getServletContext());
        var temporary = (File) config.getServletContext().getAttribute(ServletContext.TEMPDIR);
        files.open(temporary.toPath());
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        if (request.getAttribute(ADMISSION) instanceof Admission admission) {
            resume(request, response, chain, admission);
            return;
        }
        RequestId.of(request);
        var path = Paths.within(request);
        var dialect = dialects.serving(path);
        if (dialect.isEmpty() && !Paths.isAdmin(path)) {
            frontPage.answer(request, response, chain);
            return;
        }
        Passage.begin(request, figures.of(dialect), tracer);
        if (isBodiless(request)) {
            serveBodiless(request, response, chain);
        } else if (hasArrived(request)) {
            serveArrived(request, response, path, chain);
        } else {
            awaitBody(request, response, chain, allowance(dialect, request.getMethod(), path));
        }
    }

    private void serveBodiless(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var admission = new Admission(bounds, Passage.of(request));
        if (admission.enter(0)) {
            serve(new AdmittedRequest(readable(request), admission), response, chain, admission);
        } else {
            refuse(request, response, chain, Admission.TOO_MANY_IN_FLIGHT);
        }
    }

    /** The rest of an admitted request's way: to JAX-RS, or past it. */
    private FilterChain wayOf(HttpServletRequest request, String path, FilterChain chain) {
        return directOperations
                .find(path, request)
                .<FilterChain>map(operation -> (admitted, response) ->
                        operation.serve((HttpServletRequest) admitted, (HttpServletResponse) response))
                .orElse(chain);
    }

    private void serveArrived(HttpServletRequest request, HttpServletResponse response, String path, FilterChain chain)
            throws IOException, ServletException {
        var admission = new Admission(bounds, Passage.of(request));
        if (!admission.enter(request.getContentLength())) {
            refuse(request, response, chain, Admission.TOO_MANY_IN_FLIGHT);
            return;
        }
        boolean read = false;
        try {
            admission.keep(new MemoryBody(request.getInputStream().readNBytes(request.getContentLength())));
            read = true;
        } finally {
            if (!read) {
                admission.end();
            }
        }
        serve(new ReplayedRequest(readable(request), admission), response, wayOf(request, path, chain), admission);
    }

    private Allowance allowance(Optional<Dialect> dialect, String method, String path) {
        if (dialect.isPresent()) {
            return dialect.get().takesFiles(method, path) ? limits.attachment() : limits.body();
        }
        return Paths.isImport(method, path) ? limits.importFile() : limits.body();
    }

    private void awaitBody(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Allowance allowance)
            throws IOException, ServletException {
        var admission = new Admission(bounds, Passage.of(request));
        if (admission.arrive()) {
            lateBodies.read(request, response, admission, allowance);
        } else {
            response.setHeader("Connection", "close"); // nobody reads what is still to come
            refuse(request, response, chain, "too many bodies are on their way");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String detail)
            throws IOException, ServletException {
        request.setAttribute(REFUSAL, Admission.overloaded(detail));
        var admission = Admission.none(Passage.of(request));
        serve(new ReplayedRequest(readable(request), admission), response, chain, admission);
    }

    private static void serve(
            AdmittedRequest request, HttpServletResponse response, FilterChain chain, Admission admission)
            throws IOException, ServletException {
        boolean answersLater = false;
        var served = admission.trace().serve();
        try {
            chain.doFilter(request, response);
            answersLater = request.answersLater();
            if (!answersLater) {
                Passage.answered(request, response.getStatus());
            }
        } finally {
            served.close();
            if (!answersLater) {
                admission.end();
            }
        }
    }

    /**
     * Payara opens no CDI request context for a dispatched request, so it is opened here. The controller remembers whether it
     * opened one, hence each request needs its own.
     */
    private void resume(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Admission admission)
            throws IOException, ServletException {
        var context = requestContexts.get();
        boolean opened = context.activate();
        try {
            serve(new ReplayedRequest(readable(request), admission), response, chain, admission);
        } finally {
            if (opened) {
                context.deactivate();
            }
            requestContexts.destroy(context);
        }
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

    private HttpServletRequest readable(HttpServletRequest request) {
        return ReadableAcceptRequest.of(ReadableTypeRequest.of(QuietRequest.of(publicUrl.of(request))));
    }
}

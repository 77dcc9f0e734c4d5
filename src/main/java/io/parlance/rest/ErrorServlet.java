package io.parlance.rest;

import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes the place of the server's HTML error pages: inside a dialect the refusal goes to that dialect's own error mapper,
 * outside it is a problem document.
 */
@WebServlet(urlPatterns = ErrorServlet.PATH, asyncSupported = true)
public class ErrorServlet extends HttpServlet {
    static final String PATH = "/parlance-error";
    private static final long serialVersionUID = 1L;

    @Inject
    transient DialectCatalog dialects;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        var dialect = dialects.serving(originalPath(request));
        if (dialect.isEmpty() || request.getAttribute(BoundedIntakeFilter.REFUSAL) != null) {
            Problem.of(status, "the request was refused").write(response);
            return;
        }
        request.setAttribute(
                BoundedIntakeFilter.REFUSAL, new RejectedException(reason(status), "refused by the server"));
        request.getRequestDispatcher(dialect.get().home()).forward(request, response);
    }

    private static String originalPath(HttpServletRequest request) {
        var uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var context = request.getContextPath();
        return uri.startsWith(context) ? uri.substring(context.length()) : uri;
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.CREDENTIAL_INVALID;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.PATH_UNKNOWN;
            case 405 -> Reason.METHOD_NOT_ALLOWED;
            case 406 -> Reason.NOT_ACCEPTABLE;
            case 408 -> Reason.BODY_TOO_SLOW;
            case 413 -> Reason.BODY_TOO_LARGE;
            case 415 -> Reason.MEDIA_TYPE_UNSUPPORTED;
            case 503 -> Reason.OVERLOADED;
            default -> status < 500 ? Reason.PATH_UNKNOWN : Reason.INTERNAL; // the server understood no address
        };
    }
}

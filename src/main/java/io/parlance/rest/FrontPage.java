package io.parlance.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is served outside dialects and the admin API: the pages under {@code /docs/} and {@code /admin/}, the OpenAPI documents,
 * each {@link FixedPage}, and nothing else.
 */
@ApplicationScoped
class FrontPage {
    /** No escapes, no path parameters, no way up. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

    private static final List<String> FOLDERS = List.of("/docs/", "/admin/");

    @Inject
    @Any
    Instance<FixedPage> installed;

    private List<FixedPage> fixed = List.of();

    @PostConstruct
    void collect() {
        fixed = installed.stream().toList();
    }

    void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = Paths.within(request);
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reading) {
            Problem.of(404, "no operation at this path").write(response);
            return;
        }
        var page = fixed.stream().filter(each -> each.isAt(path)).findFirst();
        if (page.isPresent()) {
            page.get().answer(request, response);
        } else if (path.equals("/") || path.equals("/docs")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", request.getContextPath() + "/docs/");
        } else if (OpenApiServlet.isDocument(path) || isPage(request, path)) {
            chain.doFilter(request, response);
        } else {
            Problem.of(404, "no page at this path").write(response);
        }
    }

    private static boolean isPage(HttpServletRequest request, String path) throws IOException {
        if (FOLDERS.stream().noneMatch(path::startsWith)
                || !PLAIN.matcher(request.getRequestURI()).matches()) {
            return false;
        }
        return request.getServletContext().getResource(file(path)) != null;
    }

    /** The resource of the WAR behind a path; a folder stands for its first page. */
    static String file(String path) {
        return path.endsWith("/") ? path + "index.html" : path;
    }
}

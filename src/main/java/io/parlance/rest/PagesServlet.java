package io.parlance.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves the pages that {@link FrontPage} lets through. It stands at the folders in place of the server's own servlet, which
 * answers a folder without its slash with an HTML redirect before any filter is asked.
 */
@WebServlet(
        urlPatterns = {"/docs/*", "/admin/*", "/WEB-INF/*", "/META-INF/*"},
        asyncSupported = true)
public class PagesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = FrontPage.file(Paths.within(request));
        try (var page = getServletContext().getResourceAsStream(file)) {
            if (page == null) {
                Problem.of(404, "no page at this path").write(response);
                return;
            }
            var type = getServletContext().getMimeType(file);
            response.setContentType(type == null ? "application/octet-stream" : type);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Content-Type-Options", "nosniff");
            page.transferTo(response.getOutputStream());
        }
    }
}

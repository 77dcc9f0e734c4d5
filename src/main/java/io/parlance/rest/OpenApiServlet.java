package io.parlance.rest;

import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.DialectCatalog;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * {@code GET /docs/openapi/{dialect}.yaml}: the OpenAPI document of a dialect, and {@code .xsd}: the schema of its XML. Both may be
 * kept and asked for again by their tags.
 */
@WebServlet(urlPatterns = OpenApiServlet.FOLDER + "*", asyncSupported = true)
public class OpenApiServlet extends HttpServlet {
    static final String FOLDER = "/docs/openapi/";
    private static final String YAML = "yaml";
    private static final Pattern DOCUMENT = Pattern.compile(FOLDER + "([a-z0-9-]{1,40})\\.(yaml|xsd)");
    private static final long serialVersionUID = 1L;

    @Inject
    transient DialectCatalog dialects;

    private final transient Map<String, Document> documents = new ConcurrentHashMap<>();

    /** A document with the tag of its text. */
    private record Document(byte[] bytes, String tag) {
        static Document read(URL resource) {
            try (var text = resource.openStream()) {
                var bytes = text.readAllBytes();
                var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Document(bytes, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        }
    }

    static boolean isDocument(String path) {
        return DOCUMENT.matcher(path).matches();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Paths.within(request);
        var document = find(path);
        if (document.isEmpty()) {
            Problem.of(404, "no document at this path").write(response);
            return;
        }
        response.setHeader("ETag", document.get().tag());
        response.setHeader("Cache-Control", "no-cache");
        if (EntityTags.isKnown(request, document.get().tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(path.endsWith(YAML) ? "application/yaml" : "application/xml");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(document.get().bytes().length);
        response.getOutputStream().write(document.get().bytes());
    }

    private Optional<Document> find(String path) {
        var name = DOCUMENT.matcher(path);
        return name.matches()
                ? dialects.named(name.group(1))
                        .flatMap(name.group(2).equals(YAML) ? Dialect::openApi : Dialect::xmlSchema)
                        .map(resource -> documents.computeIfAbsent(path, first -> Document.read(resource)))
                : Optional.empty();
    }
}

package io.parlance.rest;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the answer of an operation that was called without JAX-RS, as JAX-RS would. */
final class DirectAnswer {
    private DirectAnswer() {}

    /**
     * Texts and bytes go out as they are, anything else as JSON; the type is JSON where the answer names none.
     *
     * @param more headers that take the place of the answer's
     */
    static void write(Response answer, Map<String, String> more, HttpServletResponse response) throws IOException {
        var body =
                answer.hasEntity() ? bytes(answer.getEntity()) : null; // first: what cannot be written changes nothing
        response.setStatus(answer.getStatus());
        if (body != null) {
            response.setContentType(MediaType.APPLICATION_JSON);
        }
        answer.getStringHeaders().forEach((name, values) -> set(response, name, values));
        more.forEach(response::setHeader);
        if (body != null) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static void set(HttpServletResponse response, String name, List<String> values) {
        response.setHeader(name, values.get(0));
        values.subList(1, values.size()).forEach(value -> response.addHeader(name, value));
    }

    private static byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(entity);
    }
}

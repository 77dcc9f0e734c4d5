package io.parlance.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 describes it, for everything outside the dialects.
 *
 * @param instance id under which a fault was logged
 * @param errors what is wrong with which member or parameter of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<Invalid> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong member or parameter. */
    public record Invalid(String field, String detail) {}

    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, null, null);
    }

    public Problem instance(String incident) {
        return incident.isEmpty() ? this : new Problem(type, title, status, detail, "urn:uuid:" + incident, errors);
    }

    public Problem errors(List<Invalid> found) {
        return new Problem(type, title, status, detail, instance, List.copyOf(found));
    }

    /** The document as bytes, for where no JSON provider writes it. */
    public byte[] bytes() {
        return Json.bytes(this);
    }

    public void write(HttpServletResponse response) throws IOException {
        var body = bytes();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String title(int status) {
        var known = jakarta.ws.rs.core.Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}

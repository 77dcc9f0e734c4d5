package io.parlance.rest;

import io.parlance.core.store.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The id of a request: the caller's {@code X-Request-Id} or {@code Request-Id} if well-formed, else one of ours. */
public final class RequestId {
    private static final String ATTRIBUTE = "io.parlance.request-id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var id = choose(request);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String choose(HttpServletRequest request) {
        for (var name : new String[] {"X-Request-Id", "Request-Id"}) {
            var sent = request.getHeader(name);
            if (sent != null && WELL_FORMED.matcher(sent).matches()) {
                return sent;
            }
        }
        return Ids.next().toString();
    }
}

package io.parlance.dialect.mews;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.stream.Stream;

/** The header {@code Prefer: return=minimal} (RFC 7240), by which a client that polls is spared empty pages. */
final class Preference {
    private static final String RETURN = "return=";

    private Preference() {}

    /** 200 with the page, or 204 without a body where it is empty and the client prefers that. */
    static Response answer(HttpServletRequest request, Object page, boolean empty) {
        return empty && isMinimal(request)
                ? Response.noContent().build()
                : Response.ok(page).build();
    }

    /** Of a preference that is named twice the first counts. */
    private static boolean isMinimal(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(preference -> preference.replaceAll("[\\s\"]|;.*", ""))
                .filter(preference -> preference.regionMatches(true, 0, RETURN, 0, RETURN.length()))
                .findFirst()
                .filter((RETURN + "minimal")::equalsIgnoreCase)
                .isPresent();
    }
}

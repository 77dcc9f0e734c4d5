package io.parlance.rest;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request without the headers that no operation reads, but for {@link Cookies}. RESTEasy parses them all the same, and answers a malformed one by
 * itself, with an empty 400 or 500.
 */
final class QuietRequest extends HttpServletRequestWrapper {
    private static final Set<String> UNREAD = Set.of("accept-language", "cookie");

    private QuietRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself where it has none of them. */
    static HttpServletRequest of(HttpServletRequest request) {
        var cookies = request.getHeader(HttpHeaders.COOKIE);
        if (cookies == null && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return request;
        }
        request.setAttribute(Cookies.ATTRIBUTE, cookies);
        return new QuietRequest(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isUnread(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isUnread(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isUnread(name))
                .toList());
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    private static boolean isUnread(String name) {
        return UNREAD.contains(name.toLowerCase(Locale.ROOT));
    }
}

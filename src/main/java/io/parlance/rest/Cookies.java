package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of a request, which only pages read: the header is kept from everything else, for reading it may fail. */
public final class Cookies {
    static final String ATTRIBUTE = "io.parlance.cookies";

    private Cookies() {}

    /** The first cookie of that name. */
    public static Optional<String> find(HttpServletRequest request, String name) {
        return request.getAttribute(ATTRIBUTE) instanceof String header
                ? Stream.of(header.split(";"))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(name + "="))
                        .map(cookie -> cookie.substring(name.length() + 1))
                        .findFirst()
                : Optional.empty();
    }
}

package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Stands in for a request whose {@code Accept} is not written by the book, as old Java clients' is: RESTEasy would answer 400
 * to it. It asks for the same in plain words.
 */
final class ReadableAcceptRequest extends HttpServletRequestWrapper {
    private static final Pattern BY_THE_BOOK =
            Pattern.compile("(?:\\*/\\*|[\\w.+-]+/(?:\\*|[\\w.+-]+))(?:; ?q=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?");

    private final String accept;

    private ReadableAcceptRequest(HttpServletRequest request, List<String> headers) {
        super(request);
        accept = Accept.of(headers).header();
    }

    /** The request itself, unless something in its {@code Accept} is unusual. */
    static HttpServletRequest of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return headers.stream().allMatch(ReadableAcceptRequest::isByTheBook)
                ? request
                : new ReadableAcceptRequest(request, headers);
    }

    private static boolean isByTheBook(String header) {
        for (var range : header.split(",", -1)) {
            if (!BY_THE_BOOK.matcher(range.strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String getHeader(String name) {
        return isAccept(name) ? accept : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAccept(name) ? Collections.enumeration(List.of(accept)) : super.getHeaders(name);
    }

    private static boolean isAccept(String name) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(name);
    }
}

package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Stands in for a request whose {@code Content-Type} no parser takes: it is of an unknown type then. Jersey would end the
 * request with an empty answer before any error mapper is asked.
 */
final class ReadableTypeRequest extends HttpServletRequestWrapper {
    private ReadableTypeRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself, unless its content type is beyond reading. */
    static HttpServletRequest of(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || isReadable(type) ? request : new ReadableTypeRequest(request);
    }

    private static boolean isReadable(String type) {
        try {
            return !MediaType.valueOf(type).getType().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_OCTET_STREAM;
    }

    @Override
    public String getHeader(String name) {
        return isContentType(name) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isContentType(name)
                ? Collections.enumeration(Collections.singleton(getContentType()))
                : super.getHeaders(name);
    }

    private static boolean isContentType(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name);
    }
}

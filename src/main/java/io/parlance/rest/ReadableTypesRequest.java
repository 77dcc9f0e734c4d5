package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a request whose {@code Content-Type} or {@code Accept} no parser takes: it names an unknown type then. Jersey
 * and RESTEasy would end such a request with an empty answer before any error mapper is asked.
 */
final class ReadableTypesRequest extends HttpServletRequestWrapper {
    private static final String UNKNOWN = "application/x-unreadable";

    private final Map<String, String> replaced;

    private ReadableTypesRequest(HttpServletRequest request, Map<String, String> replaced) {
        super(request);
        this.replaced = replaced;
    }

    /** The request itself, unless one of its types is beyond reading. */
    static HttpServletRequest of(HttpServletRequest request) {
        var replaced = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var type = request.getContentType();
        if (type != null && !isReadable(type)) {
            replaced.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !accept.isBlank() && !isReadableList(accept)) {
            replaced.put(HttpHeaders.ACCEPT, UNKNOWN);
        }
        return replaced.isEmpty() ? request : new ReadableTypesRequest(request, replaced);
    }

    private static boolean isReadableList(String types) {
        for (var type : types.split(",")) {
            if (!type.contains("/") || !isReadable(type.strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReadable(String type) {
        try {
            return !MediaType.valueOf(type).getType().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public @Nullable String getContentType() {
        return replaced.getOrDefault(HttpHeaders.CONTENT_TYPE, super.getContentType());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return replaced.getOrDefault(name, super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = replaced.get(name);
        return value == null ? super.getHeaders(name) : Collections.enumeration(Collections.singleton(value));
    }
}

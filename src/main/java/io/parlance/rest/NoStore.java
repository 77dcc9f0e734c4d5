package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** Keeps all answers of an application that hands out secrets from every cache. */
public class NoStore extends AnswerHeaders {
    @Override
    protected Map<String, String> of(HttpServletRequest request) {
        return Map.of(HttpHeaders.CACHE_CONTROL, "no-store", "Pragma", "no-cache");
    }
}

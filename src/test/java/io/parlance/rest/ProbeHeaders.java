package io.parlance.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** A header of all answers. */
public class ProbeHeaders extends AnswerHeaders {
    static final String NAME = "X-Probe";

    @Override
    protected Map<String, String> of(HttpServletRequest request) {
        return Map.of(NAME, "always");
    }
}

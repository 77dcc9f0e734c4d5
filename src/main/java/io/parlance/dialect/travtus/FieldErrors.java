package io.parlance.dialect.travtus;

import io.parlance.core.problem.ExpectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is wrong with the fields of a body, to be answered at once in the shape the API uses on its sibling
 * endpoints: {@code {"field": ["text"], "object": {"field": ["text"]}}}.
 */
final class FieldErrors {
    static final String REQUIRED = "This field is required.";
    static final String NULL = "This field may not be null.";
    static final String BLANK = "This field may not be blank.";

    private final Map<String, Object> errors = new LinkedHashMap<>();

    void add(String field, String text) {
        errors.put(field, List.of(text));
    }

    /** Adds an error to a field of a nested object. */
    void add(String object, String field, String text) {
        @SuppressWarnings("unchecked")
        var nested = (Map<String, Object>) errors.computeIfAbsent(object, name -> new LinkedHashMap<String, Object>());
        nested.put(field, List.of(text));
    }

    /** A refusal that is about the body as a whole. */
    static InvalidFields ofNoField(String text) {
        var errors = new FieldErrors();
        errors.add("non_field_errors", text);
        return errors.refusal();
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    InvalidFields refusal() {
        return new InvalidFields(errors);
    }

    /** A body whose fields are wrong. */
    static final class InvalidFields extends ExpectedException {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> body;

        private InvalidFields(Map<String, Object> body) {
            super("invalid fields: " + body.keySet());
            this.body = body;
        }

        Map<String, Object> body() {
            return body;
        }
    }
}

package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The error object of every operation. The optional members are left out where there is nothing to say.
 *
 * @param notices what the determining policy rules tell the user
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ErrorObject(String code, String message, Map<String, Object> details, List<String> notices) {
    static ErrorObject of(JitsudoError error, String message) {
        return new ErrorObject(error.code(), message, Map.of(), List.of());
    }

    ErrorObject detail(String name, Object value) {
        return details(Map.of(name, value));
    }

    ErrorObject details(Map<String, Object> values) {
        return new ErrorObject(code, message, values, notices);
    }

    ErrorObject notices(List<String> texts) {
        return new ErrorObject(code, message, details, List.copyOf(texts));
    }
}

package io.parlance.dialect.mews;

import io.parlance.rest.AnswerHeaders;
import io.parlance.rest.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Puts {@code Request-Id} on every answer, refusals included, where its body repeats the same value. */
public class RequestIdHeader extends AnswerHeaders {
    @Override
    protected Map<String, String> of(HttpServletRequest request) {
        return Map.of("Request-Id", RequestId.of(request));
    }
}

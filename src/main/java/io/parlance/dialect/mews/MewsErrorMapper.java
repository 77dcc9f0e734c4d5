package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.parlance.rest.ErrorMapper;
import io.parlance.rest.Refusal;
import io.parlance.rest.RequestId;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Words every refusal as this API does. */
@Provider
public class MewsErrorMapper extends ErrorMapper {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        if (failure instanceof BusinessRule rule) {
            return answer(FORBIDDEN, rule.text());
        }
        return failure instanceof InvalidParameter invalid ? answer(BAD_REQUEST, invalid.text()) : null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var error = MewsError.of(refusal.reason());
        return answer(error.status(), error.text());
    }

    private Response answer(int status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new ConnectorApiExceptionResult(message, RequestId.of(request), null))
                .build();
    }

    /**
     * The error object.
     *
     * @param requestId the value that the header {@code Request-Id} has
     * @param details always null: the documentation fills it on development environments only
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record ConnectorApiExceptionResult(String message, String requestId, @Nullable String details) {}
}

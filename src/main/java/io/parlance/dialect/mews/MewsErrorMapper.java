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

/**
 * Words every refusal as this API does. Its statuses are few: a wrong method is a wrong address (404), a wrong media type a
 * malformed request (400), a missing permission a wrong token (401).
 */
@Provider
public class MewsErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        return failure instanceof InvalidParameter invalid ? error(400, invalid.text()) : null;
    }

    @Override
    protected Response word(Refusal refusal) {
        return switch (refusal.reason()) {
            case BODY_MALFORMED -> error(400, "Invalid JSON");
            case MEDIA_TYPE_UNSUPPORTED -> error(400, "Invalid Content-Type");
            case NOT_ACCEPTABLE -> error(400, "Invalid Accept");
            case THREAD_NOT_FOUND -> error(400, "Invalid MessageThreadId");
            case GROUP_NOT_FOUND -> error(400, "Invalid EnterpriseIds");
            case INPUT_INVALID, USER_NOT_FOUND, ATTACHMENT_NOT_FOUND, RESOURCE_NOT_FOUND ->
                error(400, "Invalid request");
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED ->
                error(401, "Invalid ClientToken or AccessToken");
            case TENANT_MISMATCH, FORBIDDEN, GROUP_NOT_ACCESSIBLE -> error(401, "Insufficient permissions");
            case PATH_UNKNOWN, METHOD_NOT_ALLOWED -> error(404, "Not Found");
            case BODY_TOO_SLOW -> error(408, "Request Timeout");
            case CONFLICT -> error(409, "Conflict");
            case BODY_TOO_LARGE -> error(413, "Request Entity Too Large");
            case RATE_LIMITED -> error(429, "Too Many Requests");
            case OVERLOADED, STORE_UNAVAILABLE -> error(503, "Service Unavailable");
            case INTERNAL -> error(500, "Internal Server Error");
        };
    }

    private Response error(int status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new ConnectorApiExceptionResult(message, RequestId.of(request), null))
                .build();
    }

    /**
     * The error object.
     *
     * @param details always null: the documentation fills it on development environments only
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record ConnectorApiExceptionResult(String message, String requestId, @Nullable String details) {}
}

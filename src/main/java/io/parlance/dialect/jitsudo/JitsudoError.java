package io.parlance.dialect.jitsudo;

import io.parlance.core.problem.Reason;
import java.util.Locale;

/**
 * The errors of this API. Its documents name only the codes {@code not_found} and {@code tenant_mismatch}; the others are
 * ours, in the same spelling.
 */
enum JitsudoError {
    INVALID_INPUT(400, "the request is invalid"),
    UNAUTHENTICATED(401, "a valid X-API-Key header or bearer token is required"),
    FORBIDDEN(403, "you are not permitted to do this"),
    TENANT_MISMATCH(403, "the credential belongs to another tenant than the X-Tenant-ID header"),
    NOT_FOUND(404, "not found"),
    METHOD_NOT_ALLOWED(405, "the method is not allowed at this path"),
    NOT_ACCEPTABLE(406, "only application/json can be answered"),
    REQUEST_TIMEOUT(408, "the request body did not arrive in time"),
    CONFLICT(409, "the request conflicts with the current state"),
    PAYLOAD_TOO_LARGE(413, "the request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "the request body must be application/json"),
    RATE_LIMITED(429, "too many requests"),
    INTERNAL_ERROR(500, "internal error"),
    UNAVAILABLE(503, "temporarily unavailable, try again later");

    private final int status;
    private final String message;

    JitsudoError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    int status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return message;
    }

    static JitsudoError of(Reason reason) {
        return switch (reason) {
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED -> UNAUTHENTICATED;
            case TENANT_MISMATCH -> TENANT_MISMATCH;
            case FORBIDDEN, GROUP_NOT_ACCESSIBLE -> FORBIDDEN;
            case PATH_UNKNOWN,
                    THREAD_NOT_FOUND,
                    GROUP_NOT_FOUND,
                    USER_NOT_FOUND,
                    ATTACHMENT_NOT_FOUND,
                    RESOURCE_NOT_FOUND -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case MEDIA_TYPE_UNSUPPORTED -> UNSUPPORTED_MEDIA_TYPE;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case BODY_TOO_LARGE -> PAYLOAD_TOO_LARGE;
            case BODY_TOO_SLOW -> REQUEST_TIMEOUT;
            case BODY_MALFORMED, INPUT_INVALID, RANGE_UNSATISFIABLE, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED ->
                INVALID_INPUT;
            case CONFLICT -> CONFLICT;
            case RATE_LIMITED -> RATE_LIMITED;
            case OVERLOADED, STORE_UNAVAILABLE, STORE_TOO_SLOW -> UNAVAILABLE;
            case INTERNAL -> INTERNAL_ERROR;
        };
    }
}

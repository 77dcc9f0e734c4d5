package io.parlance.dialect.mews;

import io.parlance.core.problem.Reason;

/**
 * What this API answers besides {@code Invalid {Parameter}}, by the statuses its documentation lists. They are few: a wrong
 * method is a wrong address, a wrong media type a malformed request, a missing permission a wrong token.
 */
enum MewsError {
    INVALID_JSON(400, "Invalid JSON"),
    INVALID_CONTENT_TYPE(400, "Invalid Content-Type"),
    INVALID_MESSAGE_THREAD_ID(400, "Invalid MessageThreadId"),
    INVALID_ENTERPRISE_IDS(400, "Invalid EnterpriseIds"),
    INVALID_IDEMPOTENCY_KEY(400, "Invalid Idempotency-Key"),
    INVALID_REQUEST(400, "Invalid request"),
    INVALID_TOKENS(401, "Invalid ClientToken or AccessToken"),
    NO_PERMISSION(401, "Insufficient permissions"),
    NOT_FOUND(404, "Not Found"),
    TIMEOUT(408, "Request Timeout"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "Request Entity Too Large"),
    TOO_MANY_REQUESTS(429, "Too Many Requests"),
    INTERNAL(500, "Internal Server Error"),
    UNAVAILABLE(503, "Service Unavailable");

    private final int status;
    private final String text;

    MewsError(int status, String text) {
        this.status = status;
        this.text = text;
    }

    static MewsError of(Reason reason) {
        return switch (reason) {
            case BODY_MALFORMED -> INVALID_JSON;
            case MEDIA_TYPE_UNSUPPORTED -> INVALID_CONTENT_TYPE;
            case THREAD_NOT_FOUND -> INVALID_MESSAGE_THREAD_ID;
            case GROUP_NOT_FOUND -> INVALID_ENTERPRISE_IDS;
            case INPUT_INVALID,
                    RANGE_UNSATISFIABLE,
                    NOT_ACCEPTABLE,
                    USER_NOT_FOUND,
                    ATTACHMENT_NOT_FOUND,
                    RESOURCE_NOT_FOUND -> INVALID_REQUEST;
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED -> INVALID_TOKENS;
            case TENANT_MISMATCH, FORBIDDEN, GROUP_NOT_ACCESSIBLE -> NO_PERMISSION;
            case PATH_UNKNOWN, METHOD_NOT_ALLOWED -> NOT_FOUND;
            case BODY_TOO_SLOW, STORE_TOO_SLOW -> TIMEOUT;
            case CONFLICT, IDEMPOTENCY_KEY_REUSED -> CONFLICT;
            case IDEMPOTENCY_KEY_INVALID -> INVALID_IDEMPOTENCY_KEY;
            case BODY_TOO_LARGE -> TOO_LARGE;
            case RATE_LIMITED -> TOO_MANY_REQUESTS;
            case OVERLOADED, STORE_UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }
}

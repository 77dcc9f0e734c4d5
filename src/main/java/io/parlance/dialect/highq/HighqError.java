package io.parlance.dialect.highq;

import io.parlance.core.problem.Reason;

/**
 * The errors of this API. The reference prints the texts of 400, 401, 403 and 500, and 130 as the number of {@code Access
 * denied}; the other numbers and texts are ours, made once and never changed.
 */
enum HighqError {
    PROBLEM_WITH_PARAMETERS(400, 100, "Problem with parameters"),
    UNAUTHORIZED(401, 110, "Unauthorized"),
    /** What an expired token gets; clients renew their token on it. */
    ACCESS_DENIED(403, 130, "Access denied"),
    FORBIDDEN(403, 131, "Forbidden"),
    /** A person, an attachment or a conversation that is not there for the caller. */
    VALIDATION_FAILED(403, 132, "Validation failed"),
    NOT_FOUND(404, 140, "Not found"),
    METHOD_NOT_ALLOWED(405, 141, "Method not allowed"),
    NOT_ACCEPTABLE(406, 142, "Not acceptable"),
    REQUEST_TIMEOUT(408, 143, "Request timeout"),
    REQUEST_TOO_LARGE(413, 144, "Request too large"),
    /** A part of a file that lies behind its end. */
    RANGE_NOT_SATISFIABLE(416, 147, "Range not satisfiable"),
    UNSUPPORTED_MEDIA_TYPE(415, 145, "Unsupported media type"),
    TOO_MANY_REQUESTS(429, 146, "Too many requests"),
    INTERNAL_ERROR(500, 150, "Internal error occurred while returning comments"),
    SERVICE_UNAVAILABLE(503, 151, "Service unavailable");

    private final int status;
    private final int ref;
    private final String summary;

    HighqError(int status, int ref, String summary) {
        this.status = status;
        this.ref = ref;
        this.summary = summary;
    }

    int status() {
        return status;
    }

    String summary() {
        return summary;
    }

    /** The error object that points to an incident. */
    ErrorObject at(String link) {
        return new ErrorObject(link, ref, summary);
    }

    static HighqError of(Reason reason) {
        return switch (reason) {
            case BODY_MALFORMED, INPUT_INVALID, CONFLICT, IDEMPOTENCY_KEY_INVALID -> PROBLEM_WITH_PARAMETERS;
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, TENANT_MISMATCH -> UNAUTHORIZED;
            case CREDENTIAL_EXPIRED -> ACCESS_DENIED;
            case FORBIDDEN, GROUP_NOT_ACCESSIBLE -> FORBIDDEN;
            case USER_NOT_FOUND,
                    ATTACHMENT_NOT_FOUND,
                    THREAD_NOT_FOUND,
                    GROUP_NOT_FOUND,
                    RESOURCE_NOT_FOUND,
                    IDEMPOTENCY_KEY_REUSED -> VALIDATION_FAILED;
            case PATH_UNKNOWN -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case BODY_TOO_SLOW -> REQUEST_TIMEOUT;
            case BODY_TOO_LARGE -> REQUEST_TOO_LARGE;
            case MEDIA_TYPE_UNSUPPORTED -> UNSUPPORTED_MEDIA_TYPE;
            case RANGE_UNSATISFIABLE -> RANGE_NOT_SATISFIABLE;
            case RATE_LIMITED -> TOO_MANY_REQUESTS;
            case INTERNAL -> INTERNAL_ERROR;
            case OVERLOADED, STORE_UNAVAILABLE, STORE_TOO_SLOW -> SERVICE_UNAVAILABLE;
        };
    }
}

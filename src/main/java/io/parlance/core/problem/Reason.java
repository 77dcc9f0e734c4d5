package io.parlance.core.problem;

/**
 * Why a request was refused, in words of no dialect. Each dialect maps every constant to its own documented error with a
 * {@code switch} without {@code default}, so a new constant does not compile until all of them answer it.
 */
public enum Reason {
    /** No operation is served at this path. */
    PATH_UNKNOWN,
    METHOD_NOT_ALLOWED,
    MEDIA_TYPE_UNSUPPORTED,
    NOT_ACCEPTABLE,
    BODY_TOO_LARGE,
    /** The body did not arrive within the deadline. */
    BODY_TOO_SLOW,
    /** The body is not well-formed JSON, XML or text. */
    BODY_MALFORMED,
    /** Too much is in flight; a later try may succeed. */
    OVERLOADED,
    RATE_LIMITED,
    CREDENTIAL_MISSING,
    CREDENTIAL_INVALID,
    CREDENTIAL_EXPIRED,
    /** The credential is good but belongs to another tenant than the one addressed. */
    TENANT_MISMATCH,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    INPUT_INVALID,
    /** A part of a content was asked for that lies behind its end. */
    RANGE_UNSATISFIABLE,
    THREAD_NOT_FOUND,
    GROUP_NOT_FOUND,
    GROUP_NOT_ACCESSIBLE,
    USER_NOT_FOUND,
    ATTACHMENT_NOT_FOUND,
    /** Something else of the installation addressed by id does not exist in this tenant. */
    RESOURCE_NOT_FOUND,
    /** A unique name or key is taken, or the state forbids the change. */
    CONFLICT,
    /** The Idempotency-Key is too long or not printable. */
    IDEMPOTENCY_KEY_INVALID,
    /** The Idempotency-Key was used with another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** PostgreSQL cannot be reached or written to; nothing was accepted. */
    STORE_UNAVAILABLE,
    /** A statement took longer than allowed and was rolled back; smaller requests may do. */
    STORE_TOO_SLOW,
    /** A fault of the server, logged with an incident id. */
    INTERNAL
}

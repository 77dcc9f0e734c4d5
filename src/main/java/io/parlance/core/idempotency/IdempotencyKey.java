package io.parlance.core.idempotency;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.UUID;

/**
 * The key that a client gave to one request of one operation.
 *
 * @param callerId the application, or the person or administrator where no application stands behind the request
 * @param operation what is asked for, the same text for all requests to one operation
 * @param text the client's own 1 to 255 characters
 * @param fingerprint hash of the whole request, in hexadecimal: tells a repetition from another request
 */
public record IdempotencyKey(UUID tenantId, UUID callerId, String operation, String text, String fingerprint) {
    /** Whether both stand for the same key, be the requests alike or not. */
    public boolean collidesWith(IdempotencyKey other) {
        return text.equals(other.text)
                && callerId.equals(other.callerId)
                && tenantId.equals(other.tenantId)
                && operation.equals(other.operation);
    }

    /** The refusal of a request under a key that an unlike one has used. */
    public static RejectedException reused() {
        return new RejectedException(
                Reason.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used with another request.");
    }
}

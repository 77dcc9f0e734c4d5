package io.parlance.kill;

import java.time.Duration;
import java.time.Instant;

/**
 * An answer other than a success.
 *
 * @param sentAt when the request left the client
 * @param retryAfter the header of that name, or an empty text
 */
public record Refusal(Instant sentAt, Duration took, int status, String retryAfter, String body) {
    boolean sentBetween(Instant from, Instant to) {
        return !sentAt.isBefore(from) && sentAt.isBefore(to);
    }
}

package io.parlance.core.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is committed.
 *
 * @param number small integer, unique in the installation
 * @param version counts from 1 the messages under the same natural key
 * @param createdAt when it was taken in, microseconds
 */
public record StoredMessage(
        UUID id, long number, String dialect, int version, Instant createdAt, MessageDraft content) {
    StoredMessage version(int counted) {
        return new StoredMessage(id, number, dialect, counted, createdAt, content);
    }
}

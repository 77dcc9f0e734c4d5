package io.parlance.core.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is committed.
 *
 * @param number small integer, unique in the installation
 * @param version counts from 1 the messages under the same natural key, once it is read from the store: what the intake
 *     answers for a new one is always 1
 * @param createdAt when it was taken in, microseconds
 */
public record StoredMessage(
        UUID id, long number, String dialect, int version, Instant createdAt, MessageDraft content) {}

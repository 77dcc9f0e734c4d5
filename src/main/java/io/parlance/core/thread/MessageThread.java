package io.parlance.core.thread;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread as it lies in the store.
 *
 * @param number small integer, unique in the installation
 * @param applicationId the application that owns it, where a dialect knows owners
 * @param key what a dialect finds it by within its group; null where the id is enough
 * @param requesterId who asked for access, in JITSudo; the guest on whose behalf it was opened, in Mews
 * @param status {@code open}, or a word of the dialect's own life cycle
 * @param attributes JSON object of what only its dialect has, as text
 */
public record MessageThread(
        UUID tenantId,
        UUID id,
        long number,
        String dialect,
        @Nullable UUID applicationId,
        @Nullable UUID groupId,
        @Nullable String key,
        @Nullable String subject,
        @Nullable String requesterId,
        String status,
        boolean resolved,
        String attributes,
        Instant createdAt,
        Instant updatedAt) {

    /** What a wish becomes when it is granted. */
    public static MessageThread of(NewThread wish, long number, Instant now) {
        return new MessageThread(
                wish.tenantId(),
                wish.id(),
                number,
                wish.dialect(),
                wish.applicationId(),
                wish.groupId(),
                wish.key(),
                wish.subject(),
                wish.requesterId(),
                wish.status(),
                false,
                wish.attributes(),
                now,
                now);
    }
}

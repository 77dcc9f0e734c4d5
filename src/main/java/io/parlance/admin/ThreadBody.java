package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.thread.MessageThread;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread of any dialect as this API shows it.
 *
 * @param participants ids of people, in order of id
 * @param attributes what only its dialect has
 */
public record ThreadBody(
        UUID id,
        long number,
        String dialect,
        @Nullable UUID applicationId,
        @Nullable UUID groupId,
        @Nullable String subject,
        @Nullable String requesterId,
        List<UUID> participants,
        String status,
        boolean resolved,
        JsonNode attributes,
        Instant createdAt,
        Instant updatedAt) {

    static ThreadBody of(MessageThread thread, List<UUID> participants) {
        return new ThreadBody(
                thread.id(),
                thread.number(),
                thread.dialect(),
                thread.applicationId(),
                thread.groupId(),
                thread.subject(),
                thread.requesterId(),
                participants,
                thread.status(),
                thread.resolved(),
                Json.read(thread.attributes().getBytes(StandardCharsets.UTF_8)),
                thread.createdAt(),
                thread.updatedAt());
    }
}

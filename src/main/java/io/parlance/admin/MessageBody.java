package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.NaturalKey;
import io.parlance.core.message.StoredMessage;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of any dialect as this API shows it.
 *
 * @param source where it comes from, for messages of an outside system
 * @param externalId its id there
 * @param version counts from 1 the messages under the same outside id
 * @param attributes what only its dialect has
 */
public record MessageBody(
        UUID id,
        long number,
        String dialect,
        UUID threadId,
        @Nullable String channel,
        AuthorBody author,
        String text,
        String contentType,
        @Nullable String identifier,
        @Nullable Instant sentAt,
        @Nullable String source,
        @Nullable String externalId,
        int version,
        JsonNode attributes,
        Instant createdAt) {

    /** Who wrote it, in the words of the dialect. */
    public record AuthorBody(String type, String id, @Nullable UUID userId) {}

    static MessageBody of(StoredMessage message) {
        var content = message.content();
        var author = content.author();
        NaturalKey key = content.naturalKey();
        return new MessageBody(
                message.id(),
                message.number(),
                message.dialect(),
                content.threadId(),
                content.channel(),
                new AuthorBody(author.type(), author.id(), author.userId()),
                content.body(),
                content.contentType(),
                content.identifier(),
                content.sentAt(),
                key == null ? null : key.source(),
                key == null ? null : key.externalId(),
                message.version(),
                Json.read(content.attributes().getBytes(StandardCharsets.UTF_8)),
                message.createdAt());
    }
}

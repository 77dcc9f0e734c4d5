package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Body of {@code POST /v1/requests/{id}/messages}, operation {@code createRequestMessage}. The reference says
 * {@code content}, a guide of the same vendor says {@code body}; the latter is read only where the former is absent.
 */
record CreateMessageRequest(String content, ObjectNode metadata) {
    private static final String CONTENT = "content";
    private static final String CONTENT_IN_GUIDE = "body";

    /** Checks a body that was read; members the reference does not name are ignored. */
    static CreateMessageRequest of(JsonNode sent) {
        var body = new Members(sent);
        var field = !body.has(CONTENT) && body.has(CONTENT_IN_GUIDE) ? CONTENT_IN_GUIDE : CONTENT;
        return new CreateMessageRequest(body.text(field, Integer.MAX_VALUE), body.metadata());
    }

    MessageDraft draft(UUID accessRequestId, Author author) {
        return draft(accessRequestId, author, content, metadata);
    }

    static MessageDraft draft(UUID accessRequestId, Author author, String content, Object metadata) {
        return MessageDraft.plain(accessRequestId, author, content)
                .attributes(Json.write(Map.of("metadata", metadata)));
    }

    /** The metadata that a message was sent with. */
    static ObjectNode metadata(MessageDraft message) {
        return new Members(Json.read(message.attributes().getBytes(StandardCharsets.UTF_8))).metadata();
    }
}

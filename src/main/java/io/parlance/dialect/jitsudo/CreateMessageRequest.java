package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
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
    private static final String METADATA = "metadata";

    /** Checks a body that was read; members the reference does not name are ignored. */
    static CreateMessageRequest of(JsonNode body) {
        if (!body.isObject()) {
            throw new RejectedException(Reason.INPUT_INVALID, "the request body must be an object");
        }
        return new CreateMessageRequest(content(body), metadata(body.path(METADATA)));
    }

    MessageDraft draft(UUID accessRequestId, Author author) {
        return MessageDraft.plain(accessRequestId, author, content).attributes(Json.write(Map.of(METADATA, metadata)));
    }

    /** The metadata that a message was sent with. */
    static ObjectNode metadata(MessageDraft message) {
        return metadata(
                Json.read(message.attributes().getBytes(StandardCharsets.UTF_8)).path(METADATA));
    }

    private static String content(JsonNode body) {
        var field = !body.has(CONTENT) && body.has(CONTENT_IN_GUIDE) ? CONTENT_IN_GUIDE : CONTENT;
        var content = body.path(field);
        if (content.isMissingNode()) {
            throw invalid(field, "content is required");
        }
        if (!content.isTextual()) {
            throw invalid(field, field + " must be a string");
        }
        if (content.textValue().isBlank()) {
            throw invalid(field, field + " must not be blank");
        }
        return content.textValue();
    }

    private static ObjectNode metadata(JsonNode metadata) {
        if (metadata.isMissingNode() || metadata.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (metadata instanceof ObjectNode object) {
            return object;
        }
        throw invalid(METADATA, "metadata must be an object");
    }

    private static JitsudoFault invalid(String field, String message) {
        return JitsudoFault.invalid("field", field, message);
    }
}

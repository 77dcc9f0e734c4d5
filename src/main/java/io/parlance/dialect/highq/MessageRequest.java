package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One message of a request. Its content is HTML; a plain text is taken where there is none. */
record MessageRequest(@Nullable JsonNode html, @Nullable JsonNode text, @Nullable Attachments attachments) {
    record Attachments(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable Attachment> attachment) {}

    record Attachment(@Nullable JsonNode id) {}

    /**
     * The messages of a reply, at least one. The reference shows the bare message and speaks of a Conversation Common Object,
     * so both are taken, and a list of several.
     */
    static List<MessageRequest> ofReply(JsonNode tree) {
        if (tree.has("conversation") || tree.has("messages")) {
            return ConversationRequest.of(tree).contents();
        }
        if (tree.path("message").isArray()) {
            return Json.bind(tree, ConversationRequest.Messages.class).contents();
        }
        var content = tree.has("message") ? tree.path("message") : tree;
        if (!content.isObject()) {
            throw invalid("the body is no message");
        }
        return List.of(Json.bind(content, MessageRequest.class));
    }

    /** The content as HTML, as received; empty only where there are attachments. */
    String content() {
        var written = textOf(html);
        var content = written.isBlank() ? HtmlText.escape(textOf(text)) : written;
        if (content.isBlank() && attachmentIds().isEmpty()) {
            throw invalid("a message without content and attachments");
        }
        return content;
    }

    /** The attachments' numbers, each once. */
    Set<Long> attachmentIds() {
        var ids = new LinkedHashSet<Long>();
        for (var attachment : ConversationRequest.listed(attachments == null ? null : attachments.attachment())) {
            ids.add(WireId.of(attachment.id()));
        }
        return ids;
    }

    private static String textOf(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            throw invalid("a content that is no text");
        }
        return node.textValue();
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INPUT_INVALID, detail);
    }
}

package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Conversation Common Object as a new conversation has it, out of XML or JSON. A list of one may come as the bare object,
 * an id as a number or as its digits, and JSON with or without the key {@code conversation} that is XML's root.
 */
record ConversationRequest(@Nullable Recipients recipients, @Nullable Messages messages) {
    record Recipients(@Nullable Users users) {}

    record Users(@JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable User> user) {}

    record User(@Nullable JsonNode userid) {}

    record Messages(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable Message> message) {}

    record Attachments(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable Attachment> attachment) {}

    record Attachment(@Nullable JsonNode id) {}

    static ConversationRequest of(JsonNode tree) {
        var content = tree.has("conversation") ? tree.path("conversation") : tree;
        if (!content.isObject()) {
            throw invalid("the body is no conversation");
        }
        return Json.bind(content, ConversationRequest.class);
    }

    /** The recipients' numbers, each once. */
    Set<Long> userids() {
        var users = recipients == null ? null : recipients.users();
        var ids = new LinkedHashSet<Long>();
        for (var user : listed(users == null ? null : users.user())) {
            ids.add(number(user.userid()));
        }
        if (ids.isEmpty()) {
            throw invalid("no recipients");
        }
        return ids;
    }

    /** The messages in their order, at least one. */
    List<Message> contents() {
        var contents = listed(messages == null ? null : messages.message());
        if (contents.isEmpty()) {
            throw invalid("no message");
        }
        return contents;
    }

    /** One message. Its content is HTML; a plain text is taken where there is none. */
    record Message(@Nullable JsonNode html, @Nullable JsonNode text, @Nullable Attachments attachments) {
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
            for (var attachment : listed(attachments == null ? null : attachments.attachment())) {
                ids.add(number(attachment.id()));
            }
            return ids;
        }
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

    private static long number(@Nullable JsonNode node) {
        var id = Objects.requireNonNullElse(node, MissingNode.getInstance());
        var digits = id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "";
        if (!digits.matches("0*[1-9][0-9]{0,17}")) {
            throw invalid("an id that is no positive integer");
        }
        return Long.parseLong(digits);
    }

    private static <T> List<T> listed(@Nullable List<@Nullable T> elements) {
        if (elements == null) {
            return List.of();
        }
        if (elements.contains(null)) {
            throw invalid("an empty element");
        }
        return List.copyOf(elements);
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INPUT_INVALID, detail);
    }
}

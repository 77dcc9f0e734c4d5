package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.databind.JsonNode;
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
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<@Nullable MessageRequest> message) {
        /** The messages in their order, at least one. */
        List<MessageRequest> contents() {
            var contents = listed(message);
            if (contents.isEmpty()) {
                throw invalid("no message");
            }
            return contents;
        }
    }

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
            ids.add(WireId.of(user.userid()));
        }
        if (ids.isEmpty()) {
            throw invalid("no recipients");
        }
        return ids;
    }

    /** The messages in their order, at least one. */
    List<MessageRequest> contents() {
        return Objects.requireNonNullElse(messages, new Messages(null)).contents();
    }

    static <T> List<T> listed(@Nullable List<@Nullable T> elements) {
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

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.store.Uuids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item of {@code Messages}. Older generated clients repeat the three tokens in every item; they are ignored, as all
 * members beyond these three are.
 */
record MessageAddParameters(UUID messageThreadId, String text, @Nullable String identifier) {
    static final String MESSAGE_THREAD_ID = "MessageThreadId";
    private static final String MESSAGES = "Messages";
    private static final String IDENTIFIER = "Identifier";
    private static final int MAX_ITEMS = 1000;

    /** All items in order; an empty array is allowed. The first member that is wrong decides the error. */
    static List<MessageAddParameters> readAll(JsonNode body) {
        var messages = Members.of(body, MESSAGES);
        if (!messages.isArray() || messages.size() > MAX_ITEMS) {
            throw new InvalidParameter(MESSAGES);
        }
        var items = new ArrayList<MessageAddParameters>(messages.size());
        messages.forEach(item -> items.add(read(item)));
        return items;
    }

    private static MessageAddParameters read(JsonNode item) {
        if (!item.isObject()) {
            throw new InvalidParameter(MESSAGES);
        }
        var threadId = Uuids.parse(Members.requiredText(item, MESSAGE_THREAD_ID))
                .orElseThrow(() -> new InvalidParameter(MESSAGE_THREAD_ID));
        return new MessageAddParameters(threadId, Members.requiredText(item, "Text"), identifier(item));
    }

    private static @Nullable String identifier(JsonNode item) {
        var value = Members.of(item, IDENTIFIER);
        if (Members.isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidParameter(IDENTIFIER);
        }
        return value.textValue();
    }
}

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.parlance.core.message.StoredMessage;
import java.util.UUID;

/**
 * A message as this API shows it.
 *
 * @param sender a string, or the object form where the application asks for it
 * @param createdUtc whole seconds with {@code Z}; the store keeps microseconds
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record Message(UUID id, UUID messageThreadId, String text, Object sender, String createdUtc) {
    static Message of(StoredMessage stored, SenderFormat senderFormat) {
        var content = stored.content();
        return new Message(
                stored.id(),
                content.threadId(),
                content.body(),
                senderFormat.write(content.author().type()),
                MewsTime.write(stored.createdAt()));
    }
}

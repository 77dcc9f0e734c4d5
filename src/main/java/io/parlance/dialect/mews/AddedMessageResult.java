package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.parlance.core.message.StoredMessage;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code messages/add}, in the order of the request. Members are exactly the documented ones, nulls are written:
 * generated clients of this API fail on a member they do not know.
 */
@JsonNaming(UpperCamelCaseStrategy.class)
public record AddedMessageResult(List<AddedMessage> messages) {

    /** A message with the client's own text to find it by. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record AddedMessage(@Nullable String identifier, Message message) {}

    /**
     * A message as this API shows it.
     *
     * @param sender a string, or the object form where the application asks for it
     * @param createdUtc whole seconds with {@code Z}; the store keeps microseconds
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Message(UUID id, UUID messageThreadId, String text, Object sender, String createdUtc) {}

    static AddedMessageResult of(List<StoredMessage> stored, SenderFormat senderFormat) {
        return new AddedMessageResult(stored.stream()
                .map(message -> new AddedMessage(message.content().identifier(), message(message, senderFormat)))
                .toList());
    }

    private static Message message(StoredMessage stored, SenderFormat senderFormat) {
        var content = stored.content();
        return new Message(
                stored.id(),
                content.threadId(),
                content.body(),
                senderFormat.write(content.author().type()),
                stored.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.parlance.core.message.StoredMessage;
import java.util.List;
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

    static AddedMessageResult of(List<StoredMessage> stored, SenderFormat senderFormat) {
        return new AddedMessageResult(stored.stream()
                .map(message -> new AddedMessage(message.content().identifier(), Message.of(message, senderFormat)))
                .toList());
    }
}

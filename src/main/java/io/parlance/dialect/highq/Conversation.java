package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import io.parlance.core.message.StoredMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Conversation Common Object as answers have it, the same in XML and JSON. Lists stay lists, however few they hold.
 *
 * @param recipients the people of the conversation; not told to whoever has just written
 */
@JacksonXmlRootElement(localName = "conversation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Conversation(long conversationid, @Nullable Recipients recipients, Messages messages) {
    record Messages(List<Message> message) {}

    /** What a success of writing answers: the new ids, messages in the order they were sent. */
    static Conversation written(long number, List<StoredMessage> stored) {
        var ids = stored.stream()
                .map(message -> Message.written(message.number()))
                .toList();
        return new Conversation(number, null, new Messages(ids));
    }
}

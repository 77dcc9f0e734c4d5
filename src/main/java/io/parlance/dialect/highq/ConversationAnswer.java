package io.parlance.dialect.highq;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import io.parlance.core.message.Receipt;
import java.util.List;

/** The Conversation Common Object as a success answers it: the new ids, messages in the order they were sent. */
@JacksonXmlRootElement(localName = "conversation")
record ConversationAnswer(long conversationid, Messages messages) {
    record Messages(List<Message> message) {}

    record Message(long messageid) {}

    static ConversationAnswer of(Receipt receipt) {
        var ids = receipt.messages().stream()
                .map(message -> new Message(message.number()))
                .toList();
        return new ConversationAnswer(receipt.thread().number(), new Messages(ids));
    }
}

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the body of {@code messages/add} into drafts, one for each item and in their order. */
@ApplicationScoped
class MessageTranslator {
    /** The sender of everything that comes through this API; what staff writes is by {@code Enterprise}. */
    static final String APPLICATION = "Application";

    @Inject
    Enterprises enterprises;

    @Inject
    ThreadAccess threads;

    List<MessageDraft> translate(JsonNode body, MewsCaller caller) {
        var items = MessageAddParameters.readAll(body);
        requireThreads(items, caller);
        var author = Author.of(APPLICATION, caller.applicationId().toString());
        return items.stream()
                .map(item -> MessageDraft.plain(item.messageThreadId(), author, item.text())
                        .identifier(item.identifier()))
                .toList();
    }

    /** A thread that is unknown and one that is another's are refused alike, so that nothing leaks. */
    private void requireThreads(List<MessageAddParameters> items, MewsCaller caller) {
        var wanted = items.stream().map(MessageAddParameters::messageThreadId).collect(Collectors.toSet());
        if (threads.own(caller, enterprises.scope(caller.caller()), wanted).size() < wanted.size()) {
            throw new InvalidParameter(MessageAddParameters.MESSAGE_THREAD_ID);
        }
    }
}

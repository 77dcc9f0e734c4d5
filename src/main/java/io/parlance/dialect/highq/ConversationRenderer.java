package io.parlance.dialect.highq;

import io.parlance.core.message.Attachment;
import io.parlance.core.message.Attachments;
import io.parlance.core.message.StoredMessage;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what conversations show beside their messages, for all of them at once: people and files. */
@ApplicationScoped
class ConversationRenderer {
    @Inject
    Threads threads;

    @Inject
    Users users;

    @Inject
    Attachments attachments;

    /** A thread and those of its messages that are to be shown. */
    record Content(MessageThread thread, List<StoredMessage> messages) {}

    List<Conversation> render(UUID tenantId, List<Content> contents, ApiLinks links) {
        var people = threads.participants(
                tenantId,
                contents.stream().map(content -> content.thread().id()).toList());
        var messages = new MessageRenderer(names(tenantId, people, contents), files(tenantId, contents), links);
        return contents.stream()
                .map(content -> new Conversation(
                        content.thread().number(),
                        messages.people(people.getOrDefault(content.thread().id(), List.of())),
                        new Conversation.Messages(content.messages().stream()
                                .map(messages::render)
                                .toList())))
                .toList();
    }

    private Map<UUID, User> names(UUID tenantId, Map<UUID, List<UUID>> people, List<Content> contents) {
        var authors = contents.stream()
                .flatMap(content -> content.messages().stream())
                .map(message -> message.content().author().userId())
                .filter(Objects::nonNull);
        Set<UUID> ids = Stream.concat(people.values().stream().flatMap(List::stream), authors)
                .collect(Collectors.toSet());
        return users.findAll(tenantId, ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
    }

    private Map<Long, Attachment> files(UUID tenantId, List<Content> contents) {
        var numbers = contents.stream()
                .flatMap(content -> content.messages().stream())
                .flatMap(message -> numbers(message).stream())
                .collect(Collectors.toSet());
        return numbers.isEmpty()
                ? Map.of()
                : attachments.findAll(tenantId, numbers).stream()
                        .collect(Collectors.toMap(Attachment::number, Function.identity()));
    }

    /** The numbers of a message's files, in the order in which they were sent. */
    static List<Long> numbers(StoredMessage message) {
        var attributes = Json.read(message.content().attributes().getBytes(StandardCharsets.UTF_8));
        var numbers = new ArrayList<Long>();
        attributes.path("attachments").forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }
}

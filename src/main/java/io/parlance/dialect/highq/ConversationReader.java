package io.parlance.dialect.highq;

import io.parlance.core.inbox.Inbox;
import io.parlance.core.inbox.InboxEntry;
import io.parlance.core.inbox.InboxSearch;
import io.parlance.core.message.MessageQuery;
import io.parlance.core.message.WholeThread;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.User;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a person may see of their conversations. */
@ApplicationScoped
class ConversationReader {
    @Inject
    Threads threads;

    @Inject
    Inbox inbox;

    @Inject
    InboxSearch search;

    @Inject
    MessageQuery messages;

    @Inject
    WholeThread history;

    @Inject
    ConversationRenderer renderer;

    /** A page of the person's conversations, each with its newest message. */
    Conversations list(ConversationQuery query, User person, ApiLinks links) {
        var entries = entries(query, person);
        var ids = entries.stream().map(InboxEntry::threadId).toList();
        var newest =
                messages
                        .findAll(
                                person.tenantId(),
                                entries.stream().map(InboxEntry::lastMessageId).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                message -> message.content().threadId()));
        var found = threads.findAll(person.tenantId(), ids).stream()
                .sorted(Comparator.comparingInt(thread -> ids.indexOf(thread.id())));
        var contents = found.map(
                        thread -> new ConversationRenderer.Content(thread, newest.getOrDefault(thread.id(), List.of())))
                .toList();
        return new Conversations(renderer.render(person.tenantId(), contents, links));
    }

    private List<InboxEntry> entries(ConversationQuery query, User person) {
        return query.searchtext().isEmpty()
                ? inbox.list(person.tenantId(), person.id(), query.filter(), query.offset(), query.limit())
                : search.list(
                        person.tenantId(),
                        person.id(),
                        query.filter(),
                        query.searchtext(),
                        query.offset(),
                        query.limit());
    }

    /** A conversation with all messages that the person has not deleted. */
    Conversation show(long number, User person, ApiLinks links) {
        var thread = require(number, person);
        var hidden = inbox.find(person.tenantId(), person.id(), thread.id())
                .flatMap(entry -> Optional.ofNullable(entry.hiddenUpTo()));
        var content = new ConversationRenderer.Content(thread, history.list(thread, hidden.orElse(null)));
        return renderer.render(person.tenantId(), List.of(content), links).get(0);
    }

    void mark(long number, User person, ConversationAction action) {
        inbox.mark(person.tenantId(), person.id(), require(number, person).id(), action.mark());
    }

    private MessageThread require(long number, User person) {
        return threads.findOf(person.tenantId(), HighqDialect.NAME, number, person.id())
                .orElseThrow(() -> new RejectedException(Reason.THREAD_NOT_FOUND, "no such conversation"));
    }
}

package io.parlance.dialect.highq;

import io.parlance.core.inbox.Audience;
import io.parlance.core.message.Attachment;
import io.parlance.core.message.Attachments;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.Submission;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import io.parlance.core.thread.NewThread;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a request into a thread between its people and the drafts of its messages. Everything wrong with the request itself
 * is found before anything it refers to is looked up.
 */
@ApplicationScoped
class ConversationTranslator {
    @Inject
    Users users;

    @Inject
    Threads threads;

    @Inject
    Attachments attachments;

    Submission translate(ConversationRequest request, User sender) {
        var recipients = request.userids();
        var contents = request.contents();
        contents.forEach(MessageRequest::content);
        recipients.remove(sender.number());
        if (recipients.isEmpty()) {
            throw new RejectedException(Reason.INPUT_INVALID, "no recipient but the sender");
        }
        var people = participants(sender, recipients);
        var thread = NewThread.of(sender.tenantId(), HighqDialect.NAME).between(people);
        var drafts = drafts(thread.id(), sender, contents);
        return Submission.opening(thread, drafts).to(audience(people, drafts));
    }

    /** Adds to a conversation that the sender takes part in. */
    Submission reply(List<MessageRequest> contents, long conversation, User sender) {
        contents.forEach(MessageRequest::content);
        var tenantId = sender.tenantId();
        var thread = threads.findOf(tenantId, HighqDialect.NAME, conversation, sender.id())
                .orElseThrow(() -> new RejectedException(Reason.THREAD_NOT_FOUND, "no such conversation"));
        var drafts = drafts(thread.id(), sender, contents);
        return Submission.of(tenantId, HighqDialect.NAME, drafts)
                .to(audience(threads.participants(tenantId, thread.id()), drafts));
    }

    private static Audience audience(List<UUID> people, List<MessageDraft> drafts) {
        return Audience.of(
                people,
                drafts.stream().map(draft -> HtmlText.plain(draft.body())).toList());
    }

    private List<UUID> participants(User sender, Set<Long> recipients) {
        var found = users.findByNumbers(sender.tenantId(), recipients);
        if (found.size() < recipients.size()) {
            throw new RejectedException(Reason.USER_NOT_FOUND, "a recipient does not exist");
        }
        return Stream.concat(Stream.of(sender), found.stream()).map(User::id).toList();
    }

    private List<MessageDraft> drafts(UUID threadId, User sender, List<MessageRequest> contents) {
        var files = files(sender, contents);
        return contents.stream()
                .map(content -> draft(threadId, sender, content, files))
                .toList();
    }

    /** The attachments of all messages by their numbers; one that is not the sender's own counts as unknown. */
    private Map<Long, UUID> files(User sender, Collection<MessageRequest> contents) {
        var wanted = contents.stream()
                .flatMap(content -> content.attachmentIds().stream())
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var found = attachments.findOwned(sender.tenantId(), sender.id(), wanted);
        if (found.size() < wanted.size()) {
            throw new RejectedException(Reason.ATTACHMENT_NOT_FOUND, "an attachment does not exist");
        }
        return found.stream().collect(Collectors.toMap(Attachment::number, Attachment::id));
    }

    /** The numbers of the attachments stay with the message, in their order, because one file may serve several. */
    private static MessageDraft draft(UUID threadId, User sender, MessageRequest content, Map<Long, UUID> files) {
        var numbers = content.attachmentIds();
        var ids = numbers.stream().map(files::get).toList();
        var draft = MessageDraft.html(threadId, Author.person("user", sender.id()), content.content(), ids);
        return numbers.isEmpty() ? draft : draft.attributes(Json.write(Map.of("attachments", numbers)));
    }
}

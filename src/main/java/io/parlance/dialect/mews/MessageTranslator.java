package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.message.Author;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.GroupDirectory;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns the body of {@code messages/add} into drafts, one for each item and in their order. */
@ApplicationScoped
class MessageTranslator {
    /** The sender of everything that comes through this API; what staff writes is by {@code Enterprise}. */
    static final String APPLICATION = "Application";

    @Inject
    ThreadDirectory threads;

    @Inject
    GroupDirectory groups;

    List<MessageDraft> translate(JsonNode body, Caller caller) {
        requireEnterprise(caller);
        var items = MessageAddParameters.readAll(body);
        requireThreads(items, caller);
        var author = Author.of(APPLICATION, caller.requireApplication().id().toString());
        return items.stream()
                .map(item -> MessageDraft.plain(item.messageThreadId(), author, item.text())
                        .identifier(item.identifier()))
                .toList();
    }

    /** A token for certain enterprises is invalid once all of them are gone. */
    private void requireEnterprise(Caller caller) {
        var enterprises = caller.groups();
        if (enterprises != null && enterprises.stream().noneMatch(id -> isEnabled(caller.tenantId(), id))) {
            throw new RejectedException(Reason.CREDENTIAL_INVALID, "the enterprise is disabled");
        }
    }

    /** A thread that is unknown and one that is another's are refused alike, so that nothing leaks. */
    private void requireThreads(List<MessageAddParameters> items, Caller caller) {
        var wanted = items.stream().map(MessageAddParameters::messageThreadId).collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return;
        }
        var application = caller.requireApplication().id();
        var open = threads.findAll(caller.tenantId(), wanted).stream()
                .filter(thread -> isOwn(thread, application) && isOpened(thread, caller))
                .count();
        if (open < wanted.size()) {
            throw new InvalidParameter(MessageAddParameters.MESSAGE_THREAD_ID);
        }
    }

    private static boolean isOwn(MessageThread thread, UUID application) {
        return thread.dialect().equals(MewsDialect.NAME) && application.equals(thread.applicationId());
    }

    private boolean isOpened(MessageThread thread, Caller caller) {
        var enterprise = thread.groupId();
        return enterprise == null || (caller.opens(enterprise) && isEnabled(caller.tenantId(), enterprise));
    }

    private boolean isEnabled(UUID tenantId, UUID enterprise) {
        return groups.findByIdOrAlias(tenantId, enterprise.toString()).isPresent();
    }
}

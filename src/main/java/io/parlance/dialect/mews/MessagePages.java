package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.MessageQuery;
import io.parlance.core.message.StoredMessage;
import io.parlance.core.message.ThreadMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds a page of messages in the caller's threads, as the body of {@code messages/getAll} asks for it. */
@ApplicationScoped
class MessagePages {
    private static final String THREAD_IDS = "MessageThreadIds";
    private static final int MAX_MONTHS = 1;

    @Inject
    Enterprises enterprises;

    @Inject
    ThreadAccess access;

    @Inject
    MessageQuery messages;

    @Inject
    ThreadMessages threadMessages;

    List<StoredMessage> find(JsonNode body, MewsCaller caller) {
        var ids = Members.requiredIds(body, THREAD_IDS);
        var created = TimeFilterInterval.read(body, "CreatedUtc", MAX_MONTHS);
        var scope = enterprises.scope(caller.caller(), body);
        var limitation = Limitation.read(body);
        requireOwn(caller, limitation.cursor());
        return threadMessages.list(
                access.own(caller, scope, ids),
                TimeFilterInterval.range(created),
                limitation.count(),
                limitation.cursor());
    }

    /** The last message of the page before may be in any of the caller's threads, so that filters may change between pages. */
    private void requireOwn(MewsCaller caller, @Nullable UUID cursor) {
        if (cursor == null) {
            return;
        }
        var thread = messages.find(caller.tenantId(), cursor)
                .map(message -> Set.of(message.content().threadId()))
                .orElse(Set.of());
        if (access.own(caller, enterprises.scope(caller.caller()), thread).isEmpty()) {
            throw Limitation.unknownCursor();
        }
    }
}

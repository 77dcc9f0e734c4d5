package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.OwnedThreads;
import io.parlance.core.thread.ThreadSelection;
import io.parlance.core.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds a page of the caller's threads, as the body of {@code messageThreads/getAll} asks for it. */
@ApplicationScoped
class ThreadPages {
    @Inject
    Enterprises enterprises;

    @Inject
    ThreadAccess access;

    @Inject
    Threads threads;

    @Inject
    OwnedThreads ownedThreads;

    List<MessageThread> find(JsonNode body, MewsCaller caller) {
        var filter = MessageThreadFilter.read(body);
        var scope = enterprises.scope(caller.caller(), body);
        var limitation = Limitation.read(body);
        var wanted = new ThreadSelection(
                caller.tenantId(),
                MewsDialect.NAME,
                caller.applicationId(),
                scope.enterprises(),
                scope.ungrouped(),
                filter.ids(),
                TimeFilterInterval.range(filter.created()),
                TimeFilterInterval.range(filter.updated()));
        return ownedThreads.list(wanted, limitation.count(), last(caller, limitation.cursor()));
    }

    /** The last thread of the page before. It may be any of the caller's, so that filters may change between pages. */
    private @Nullable MessageThread last(MewsCaller caller, @Nullable UUID cursor) {
        if (cursor == null) {
            return null;
        }
        var found = threads.find(caller.tenantId(), cursor).stream().toList();
        return access.own(caller, enterprises.scope(caller.caller()), found).stream()
                .findFirst()
                .orElseThrow(Limitation::unknownCursor);
    }
}

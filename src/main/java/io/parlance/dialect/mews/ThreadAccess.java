package io.parlance.dialect.mews;

import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells which threads are the caller's own: made by or for its application, in an enterprise within its scope. */
@ApplicationScoped
class ThreadAccess {
    @Inject
    ThreadDirectory threads;

    @Inject
    Enterprises enterprises;

    /** The caller's own threads among these ids. */
    List<MessageThread> own(MewsCaller caller, Scope scope, Set<UUID> ids) {
        return own(caller, scope, ids.isEmpty() ? List.of() : List.copyOf(threads.findAll(caller.tenantId(), ids)));
    }

    /** The caller's own threads among these. */
    List<MessageThread> own(MewsCaller caller, Scope scope, List<MessageThread> found) {
        var named = found.stream()
                .map(MessageThread::groupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var open = enterprises.among(caller.caller(), scope, named);
        return found.stream()
                .filter(thread -> isOf(caller, thread))
                .filter(thread -> thread.groupId() == null ? scope.ungrouped() : open.contains(thread.groupId()))
                .toList();
    }

    private static boolean isOf(MewsCaller caller, MessageThread thread) {
        return thread.dialect().equals(MewsDialect.NAME)
                && caller.applicationId().equals(thread.applicationId());
    }
}

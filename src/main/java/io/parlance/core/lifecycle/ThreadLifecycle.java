package io.parlance.core.lifecycle;

import io.parlance.core.audit.AuditEntry;
import io.parlance.core.audit.AuditLog;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.store.Sql;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadChanged;
import io.parlance.core.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and changes threads with all that belongs to it, or not at all. Its messages are only noted; whoever changed a thread
 * lets {@link ThreadNotes} deliver them after the transaction, and what is left of them then is delivered later.
 */
@ApplicationScoped
@Transactional
public class ThreadLifecycle {
    private static final int OVERDUE_AT_ONCE = 100;

    @Inject
    Sql sql;

    @Inject
    Threads threads;

    @Inject
    AuditLog auditLog;

    @Inject
    ThreadNotes notes;

    @Inject
    Event<ThreadChanged> changes;

    public MessageThread open(Opening opening) {
        var thread = threads.create(opening.thread());
        if (opening.due() != null) {
            sql.update(
                    "insert into thread_deadline (tenant_id, thread_id, dialect, due_at) values (?, ?, ?, ?)",
                    thread.tenantId(),
                    thread.id(),
                    thread.dialect(),
                    opening.due());
        }
        tell(thread, opening.entries(), opening.notes());
        return thread;
    }

    /** Empty where somebody else has changed the status meanwhile; of several at once, one succeeds. */
    public Optional<MessageThread> change(StatusChange change) {
        var seen = change.thread();
        int changed = sql.update(
                "update thread set status = ?, attributes = attributes || ?::jsonb, updated_at = greatest(updated_at, ?)"
                        + " where tenant_id = ? and id = ? and status = ?",
                change.status(),
                change.attributes(),
                Instant.now(Clock.systemUTC()),
                seen.tenantId(),
                seen.id(),
                seen.status());
        if (changed == 0) {
            return Optional.empty();
        }
        forgetDeadline(seen.tenantId(), seen.id());
        tell(seen, change.entries(), List.of(change.note()));
        changes.fire(new ThreadChanged(seen.tenantId(), seen.id()));
        return threads.find(seen.tenantId(), seen.id());
    }

    private void tell(MessageThread thread, List<AuditEntry> entries, List<MessageDraft> drafts) {
        entries.forEach(auditLog::record);
        drafts.forEach(draft -> notes.add(thread, draft));
    }

    /** Threads of all tenants whose time has come, the oldest first and not too many at once. */
    public List<MessageThread> overdue(String dialect) {
        record Overdue(UUID tenantId, UUID threadId) {}
        return sql
                .list(
                        "select tenant_id, thread_id from thread_deadline where dialect = ? and due_at <= ?"
                                + " order by due_at limit " + OVERDUE_AT_ONCE,
                        row -> new Overdue(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        dialect,
                        Instant.now(Clock.systemUTC()))
                .stream()
                .flatMap(found -> threads.find(found.tenantId(), found.threadId()).stream())
                .toList();
    }

    private void forgetDeadline(UUID tenantId, UUID threadId) {
        sql.update("delete from thread_deadline where tenant_id = ? and thread_id = ?", tenantId, threadId);
    }
}

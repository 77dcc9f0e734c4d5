package io.parlance.core.inbox;

import io.parlance.core.store.Sql;
import io.parlance.core.store.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The threads of one person, those with the newest messages first, and what the person does with them. */
@ApplicationScoped
public class Inbox {
    private static final String SELECT = "select " + InboxEntry.COLUMNS + " from inbox_entry e";

    @Inject
    Sql sql;

    public List<InboxEntry> list(UUID tenantId, UUID userId, InboxView view, long offset, int limit) {
        return list(threads(tenantId, userId, view, null), offset, limit);
    }

    List<InboxEntry> list(Where where, long offset, int limit) {
        where.parameter(offset);
        return sql.list(
                SELECT + where.text() + " order by e.last_message_id desc offset ? limit " + limit,
                InboxEntry::read,
                where.parameters());
    }

    /** The condition of being one of the person's threads, behind an entry if one is given: the list need not read that again. */
    static Where threads(UUID tenantId, UUID userId, InboxView view, @Nullable InboxEntry last) {
        return new Where("e.tenant_id = ? and e.user_id = ? and " + view.condition(), tenantId, userId)
                .andIfGiven("e.last_message_id < ?", last == null ? null : last.lastMessageId());
    }

    /** What the person has of this thread; empty while nothing was written there. */
    public Optional<InboxEntry> find(UUID tenantId, UUID userId, UUID threadId) {
        return sql.one(
                SELECT + " where e.tenant_id = ? and e.user_id = ? and e.thread_id = ?",
                InboxEntry::read,
                tenantId,
                userId,
                threadId);
    }

    /** Marks a thread for this person alone. */
    public void mark(UUID tenantId, UUID userId, UUID threadId, Mark mark) {
        sql.update(
                "update inbox_entry set " + mark.assignment()
                        + " where tenant_id = ? and user_id = ? and thread_id = ? and place <> 'deleted'",
                tenantId,
                userId,
                threadId);
    }
}

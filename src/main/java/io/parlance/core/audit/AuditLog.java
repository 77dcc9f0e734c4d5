package io.parlance.core.audit;

import io.parlance.core.store.IdRange;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.Uuids;
import io.parlance.core.store.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of what was done and refused. PostgreSQL itself refuses to change an entry, and to delete one as long as its tenant
 * is there.
 */
@ApplicationScoped
public class AuditLog {
    private static final String COLUMNS =
            "tenant_id, id, dialect, actor_type, actor_id, action, resource_type, resource_id,"
                    + " reasoning, metadata, created_at";

    /** What this server writes into a thread goes with a change that has an entry of its own. */
    private static final String POSTED =
            """
            select tenant_id, id, dialect, case when author_user_id is null then '%s' else '%s' end actor_type,
              author_id actor_id, ?::text action, ?::text resource_type, thread_id::text resource_id, null::text reasoning,
              '{}'::jsonb metadata, created_at from message
            """
                    .formatted(Actor.API_KEY, Actor.USER);

    private static final String NOT_BY_SYSTEM =
            "(author_type, author_id) <> ('%s', '%s')".formatted(Actor.SYSTEM.type(), Actor.SYSTEM.id());

    @Inject
    Sql sql;

    /** Adds an entry, in the caller's transaction where there is one. */
    public void record(AuditEntry entry) {
        sql.update(
                "insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                entry.tenantId(),
                entry.id(),
                entry.dialect(),
                entry.actor().type(),
                entry.actor().id(),
                entry.action(),
                entry.resourceType(),
                entry.resourceId(),
                entry.reasoning(),
                entry.metadata(),
                entry.createdAt());
    }

    /** Newest first, together with the messages of the dialect. */
    public Page<AuditEntry> list(UUID tenantId, AuditFilter filter, MessageTrace messages, PageRequest page) {
        var entries = entries(tenantId, filter, page);
        var posted = posted(tenantId, filter, messages, page);
        var rows = sql.list(
                "select * from (" + branch("select " + COLUMNS + " from audit_entry", entries, page)
                        + (posted == null ? "" : " union all " + branch(POSTED, posted, page))
                        + ") found order by id desc limit " + page.fetch(),
                AuditLog::read,
                parameters(entries, posted, messages));
        return Page.of(rows, page, entry -> entry.id().toString());
    }

    private static String branch(String select, Where where, PageRequest page) {
        return "(" + select + where.text() + " order by id desc limit " + page.fetch() + ")";
    }

    private static @Nullable Object[] parameters(Where entries, @Nullable Where posted, MessageTrace messages) {
        var parameters = new ArrayList<@Nullable Object>();
        Collections.addAll(parameters, entries.parameters());
        if (posted != null) {
            parameters.addAll(List.of(messages.action(), messages.resourceType()));
            Collections.addAll(parameters, posted.parameters());
        }
        return parameters.toArray();
    }

    private static Where entries(UUID tenantId, AuditFilter filter, PageRequest page) {
        return common(tenantId, filter, page)
                .andIfGiven("actor_id = ?", filter.actorId())
                .andIfGiven("resource_type = ?", filter.resourceType())
                .andIfGiven("resource_id = ?", filter.resourceId())
                .andIfGiven("action = ?", filter.action());
    }

    /** Null where no message can be meant. */
    private static @Nullable Where posted(UUID tenantId, AuditFilter filter, MessageTrace messages, PageRequest page) {
        var threadId = filter.resourceId() == null
                ? null
                : Uuids.parse(filter.resourceId()).orElse(null);
        if (!admits(filter.action(), messages.action())
                || !admits(filter.resourceType(), messages.resourceType())
                || (threadId == null && filter.resourceId() != null)) {
            return null;
        }
        return common(tenantId, filter, page)
                .and(NOT_BY_SYSTEM)
                .andIfGiven("author_id = ?", filter.actorId())
                .andIfGiven("thread_id = ?", threadId);
    }

    private static boolean admits(@Nullable String wanted, String word) {
        return wanted == null || wanted.equals(word);
    }

    private static Where common(UUID tenantId, AuditFilter filter, PageRequest page) {
        var ids = IdRange.of(filter.created());
        return new Where("tenant_id = ? and dialect = ?", tenantId, filter.dialect())
                .within("created_at", filter.created())
                .andIfGiven("id >= ?", ids.from())
                .andIfGiven("id < ?", ids.to())
                .andIfGiven("id < ?", page.after());
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("dialect"),
                new Actor(row.getString("actor_type"), row.getString("actor_id")),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getString("reasoning"),
                row.getString("metadata"),
                Objects.requireNonNull(Sql.instant(row, "created_at")));
    }
}

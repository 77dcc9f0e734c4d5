package io.parlance.core.message;

import io.parlance.core.store.IdRange;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TimeRange;
import io.parlance.core.store.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of a tenant. Lists show the current version of each natural key, newest first. Nothing is joined and the
 * limit is part of the text, so that whatever the planner believes it can only walk an index until the page is full.
 */
@ApplicationScoped
public class MessageQuery {
    private static final String SELECT =
            """
            select m.*, (select t.group_id from thread t where t.tenant_id = m.tenant_id and t.id = m.thread_id) group_id
            from message m
            """;
    private static final String CURRENT =
            """
            (m.external_id is null or m.id = (
              select e.message_id from thread t
              join external_message e on e.tenant_id = t.tenant_id and e.group_id = t.group_id
              where t.tenant_id = m.tenant_id and t.id = m.thread_id
                and e.dialect = m.dialect and e.channel = m.channel and e.source = m.source
                and e.external_id = m.external_id))
            """;

    /** False at once for a dialect the tenant never used; otherwise all its messages would be read to find none. */
    private static final String USED = "exists (select 1 from thread where tenant_id = ? and dialect = ?)";

    @Inject
    Sql sql;

    public Page<StoredMessage> list(UUID tenantId, MessageFilter filter, PageRequest page) {
        var where = new Where("m.tenant_id = ?", tenantId).and(CURRENT);
        if (filter.dialect() != null) {
            where.and("m.dialect = ?", filter.dialect()).and(USED, tenantId, filter.dialect());
        }
        var created = new TimeRange(filter.from(), filter.to());
        var ids = IdRange.of(created);
        where.within("m.created_at", created)
                .andIfGiven("m.id >= ?", ids.from())
                .andIfGiven("m.id < ?", ids.to());
        where.andIfGiven("m.thread_id = ?", filter.threadId()).andIfGiven("m.id < ?", page.after());
        var rows = sql.list(
                SELECT + where.text() + " order by m.id desc limit " + page.fetch(),
                MessageQuery::read,
                where.parameters());
        return Page.of(rows, page, message -> message.id().toString());
    }

    /** Any version of any message, by its id. */
    public Optional<StoredMessage> find(UUID tenantId, UUID id) {
        return sql.one(SELECT + " where m.tenant_id = ? and m.id = ?", MessageQuery::read, tenantId, id);
    }

    /** The messages among these ids that exist, in no order. */
    public List<StoredMessage> findAll(UUID tenantId, Collection<UUID> ids) {
        return sql.list(
                SELECT + " where m.tenant_id = ? and m.id = any(?)",
                MessageQuery::read,
                tenantId,
                ids.toArray(UUID[]::new));
    }

    static StoredMessage read(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("dialect"),
                row.getInt("version"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                new MessageDraft(
                        row.getObject("thread_id", UUID.class),
                        row.getString("channel"),
                        new Author(
                                row.getString("author_type"),
                                row.getString("author_id"),
                                row.getObject("author_user_id", UUID.class)),
                        row.getString("body"),
                        row.getString("content_type"),
                        row.getString("identifier"),
                        Sql.instant(row, "sent_at"),
                        row.getString("attributes"),
                        naturalKey(row),
                        List.of()));
    }

    private static @Nullable NaturalKey naturalKey(ResultSet row) throws SQLException {
        var externalId = row.getString("external_id");
        return externalId == null
                ? null
                : new NaturalKey(
                        row.getObject("group_id", UUID.class),
                        row.getString("channel"),
                        row.getString("source"),
                        externalId);
    }
}

package io.parlance.core.message;

import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads messages of a tenant. Lists show the current version of each natural key, newest first. */
@ApplicationScoped
public class MessageQuery {
    private static final String SELECT =
            """
            select m.*, t.group_id from message m
            join thread t on t.tenant_id = m.tenant_id and t.id = m.thread_id
            where m.tenant_id = ?
            """;
    private static final String CURRENT =
            """
             and (m.external_id is null or m.id = (
               select e.message_id from external_message e
               where e.tenant_id = m.tenant_id and e.dialect = m.dialect and e.group_id = t.group_id
                 and e.channel = m.channel and e.source = m.source and e.external_id = m.external_id))
            """;

    @Inject
    Sql sql;

    public Page<StoredMessage> list(UUID tenantId, MessageFilter filter, PageRequest page) {
        var rows = sql.list(
                SELECT + CURRENT
                        + " and (?::text is null or m.dialect = ?) and (?::uuid is null or m.thread_id = ?)"
                        + " and (?::timestamptz is null or m.created_at >= ?)"
                        + " and (?::timestamptz is null or m.created_at < ?)"
                        + " and (?::uuid is null or m.id < ?) order by m.id desc limit ?",
                MessageQuery::read,
                tenantId,
                filter.dialect(),
                filter.dialect(),
                filter.threadId(),
                filter.threadId(),
                filter.from(),
                filter.from(),
                filter.to(),
                filter.to(),
                page.after(),
                page.after(),
                page.fetch());
        return Page.of(rows, page, message -> message.id().toString());
    }

    /** Any version of any message, by its id. */
    public Optional<StoredMessage> find(UUID tenantId, UUID id) {
        return sql.one(SELECT + " and m.id = ?", MessageQuery::read, tenantId, id);
    }

    private static StoredMessage read(ResultSet row) throws SQLException {
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

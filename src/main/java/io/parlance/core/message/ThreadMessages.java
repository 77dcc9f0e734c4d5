package io.parlance.core.message;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TimeRange;
import io.parlance.core.store.Where;
import io.parlance.core.thread.MessageThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of several threads as one list, newest first, which is the order of ids. Each thread gives its newest ids
 * from the index, the newest of all are read: how far behind a page lies does not matter.
 */
@ApplicationScoped
public class ThreadMessages {
    /** Twice the largest body, so that whatever came in one request goes out in one page. */
    static final int MOST_BYTES = 8 << 20;

    /** No message is older than its thread, but for the clocks of nodes. Spares a look into months before the thread. */
    private static final Duration CLOCKS = Duration.ofDays(1);

    private static final String PAGE =
            """
            select m.id, m.number, m.thread_id, m.dialect, m.channel, m.author_type, m.author_id, m.author_user_id,
              case when sum(octet_length(m.body)) over () <= %d then m.body end body, m.content_type, m.identifier,
              m.sent_at, m.attributes, m.source, m.external_id, m.version, m.created_at, null::uuid group_id
            from (
              select newest.id from unnest(?::uuid[], ?::uuid[]) t(id, first_id) cross join lateral (
                select id from message%s and thread_id = t.id and id >= t.first_id order by id desc limit %d) newest
              order by newest.id desc limit %d
            ) page cross join lateral (select * from message where tenant_id = ? and id = page.id offset 0) m
            order by m.id desc
            """;

    @Inject
    Sql sql;

    /**
     * At most that many messages, older than the one given. Only for threads whose messages have no natural keys. Refused as
     * too heavy where they have too much text for one answer.
     */
    public List<StoredMessage> list(
            Collection<MessageThread> threads, TimeRange created, int limit, @Nullable UUID before) {
        if (threads.isEmpty()) {
            return List.of();
        }
        var tenantId = threads.iterator().next().tenantId();
        var where = new Where("tenant_id = ?", tenantId).within("created_at", created);
        if (created.from() != null) {
            where.and("id >= ?", MessagePartitions.lowest(created.from().minus(MessageQuery.ID_TOLERANCE)));
        }
        if (created.to() != null) {
            where.and("id < ?", MessagePartitions.lowest(created.to().plus(MessageQuery.ID_TOLERANCE)));
        }
        where.andIfGiven("id < ?", before);
        where.parameter(tenantId);
        where.parametersFirst(
                threads.stream().map(MessageThread::id).toArray(UUID[]::new),
                threads.stream().map(ThreadMessages::firstId).toArray(UUID[]::new));
        return sql.list(
                PAGE.formatted(MOST_BYTES, where.text(), limit, limit), ThreadMessages::read, where.parameters());
    }

    private static UUID firstId(MessageThread thread) {
        return MessagePartitions.lowest(thread.createdAt().minus(CLOCKS));
    }

    private static StoredMessage read(ResultSet row) throws SQLException {
        if (row.getString("body") == null) {
            throw new RejectedException(
                    Reason.STORE_TOO_SLOW, "the messages of one page have more than " + MOST_BYTES + " bytes");
        }
        return MessageQuery.read(row);
    }
}

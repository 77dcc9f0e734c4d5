package io.parlance.core.message;

import com.github.f4b6a3.uuid.util.UuidComparator;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.IdRange;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TimeRange;
import io.parlance.core.store.Where;
import io.parlance.core.thread.MessageThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of several threads as one list, newest first, which is the order of ids. Ids are found in the index
 * alone: a few of each thread tell how old the page can be at most, then each gives what is not older, and the newest of all are
 * read. How far behind a page lies does not matter, nor how long the threads are.
 */
@ApplicationScoped
public class ThreadMessages {
    /** Twice the largest body, so that whatever came in one request goes out in one page. */
    static final int MOST_BYTES = 8 << 20;

    private static final UUID LAST_ID = new UUID(-1, -1);

    /** How many messages each thread gives to find out how old the page can be. */
    private static final int SAMPLE = 32;

    /**
     * Its parameters: ids and first ids of the threads, those of the conditions and the id before which to look twice, the
     * tenant. That id is compared in a row: two plain bounds would let the planner take the range for tiny, and sort all of
     * it.
     */
    private static final String PAGE =
            """
            with t as materialized (
              select * from unnest(?::uuid[], ?::uuid[]) u(id, first_id)
            ), oldest as materialized (
              select sample.id from t cross join lateral (
                select id from message%2$s and (id, tenant_id) < (?, '00000000-0000-0000-0000-000000000000')
                  and thread_id = t.id and id >= t.first_id order by id desc limit %4$d) sample
              order by sample.id desc offset %3$d - 1 limit 1
            ), page as materialized (
              select newest.id from (
                select id, greatest(first_id, (select id from oldest)) first_id from t) t cross join lateral (
                select id from message%2$s and (id, tenant_id) < (?, '00000000-0000-0000-0000-000000000000')
                  and thread_id = t.id and id >= t.first_id order by id desc limit %3$d) newest
              order by newest.id desc limit %3$d
            )
            select m.id, m.number, m.thread_id, m.dialect, m.channel, m.author_type, m.author_id, m.author_user_id,
              case when sum(octet_length(m.body)) over () <= %1$d then m.body end body, m.content_type, m.identifier,
              m.sent_at, m.attributes, m.source, m.external_id, m.version, m.created_at, null::uuid group_id
            from page cross join lateral (select * from message where tenant_id = ? and id = page.id offset 0) m
            order by m.id desc
            """;

    /**
     * The planner tells by averages how many messages a thread has. One that is far longer than others would be read whole and
     * sorted, which it does in no other plan than these two. Both last as long as the transaction.
     */
    private static final String WALK_INDEXES =
            "select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)";

    @Inject
    Sql sql;

    /**
     * At most that many messages, older than the one given. Only for threads whose messages have no natural keys. Refused as
     * too heavy where they have too much text for one answer.
     */
    @Transactional
    public List<StoredMessage> list(
            Collection<MessageThread> threads, TimeRange created, int limit, @Nullable UUID before) {
        if (threads.isEmpty()) {
            return List.of();
        }
        var tenantId = threads.iterator().next().tenantId();
        var where = new Where("tenant_id = ?", tenantId).within("created_at", created);
        if (created.from() != null) {
            where.and("id >= ?", Ids.lowest(created.from().minus(IdRange.TOLERANCE)));
        }
        where.parameter(before(created, before));
        sql.list(WALK_INDEXES, row -> true);
        return sql.list(
                PAGE.formatted(MOST_BYTES, where.text(), limit, SAMPLE),
                ThreadMessages::read,
                parameters(tenantId, threads, where));
    }

    private static @Nullable Object[] parameters(UUID tenantId, Collection<MessageThread> threads, Where where) {
        var values = new ArrayList<@Nullable Object>();
        values.add(threads.stream().map(MessageThread::id).toArray(UUID[]::new));
        values.add(threads.stream().map(ThreadMessages::firstId).toArray(UUID[]::new));
        Collections.addAll(values, where.parameters());
        Collections.addAll(values, where.parameters());
        values.add(tenantId);
        return values.toArray();
    }

    /** The id that all ids of the page are smaller than. */
    private static UUID before(TimeRange created, @Nullable UUID last) {
        var bound = last == null ? LAST_ID : last;
        if (created.to() == null) {
            return bound;
        }
        var end = Ids.lowest(created.to().plus(IdRange.TOLERANCE));
        return UuidComparator.defaultCompare(end, bound) < 0 ? end : bound;
    }

    /** Spares a look into months before the thread. */
    private static UUID firstId(MessageThread thread) {
        return Ids.lowest(thread.createdAt().minus(IdRange.CLOCKS));
    }

    private static StoredMessage read(ResultSet row) throws SQLException {
        if (row.getString("body") == null) {
            throw new RejectedException(
                    Reason.STORE_TOO_SLOW, "the messages of one page have more than " + MOST_BYTES + " bytes");
        }
        return MessageQuery.read(row);
    }
}

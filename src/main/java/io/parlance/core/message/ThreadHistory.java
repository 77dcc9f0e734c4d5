package io.parlance.core.message;

import io.parlance.core.store.IdRange;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.thread.MessageThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads the messages of one thread, oldest first. Only for threads whose messages have no natural keys. */
@ApplicationScoped
public class ThreadHistory {
    /** A page has at most that much text, or a single message. */
    static final int MOST_BYTES = 8 << 20;

    /** One row more than the limit tells whether there is a next page, and so do rows that did not fit. */
    private static final String PAGE =
            """
            select *, null::uuid group_id from (
              select found.*, count(*) over () fetched, row_number() over (order by id) place,
                sum(octet_length(body) + octet_length(attributes::text)) over (order by id) bytes
              from (select * from message where tenant_id = ? and thread_id = ? and id > ? order by id limit %2$d) found
            ) page where place = 1 or bytes <= %1$d order by id
            """;

    @Inject
    Sql sql;

    private record Row(StoredMessage message, long fetched) {}

    public Page<StoredMessage> list(MessageThread thread, PageRequest page) {
        var rows = sql.list(
                PAGE.formatted(MOST_BYTES, page.fetch()),
                row -> new Row(MessageQuery.read(row), row.getLong("fetched")),
                thread.tenantId(),
                thread.id(),
                page.after() == null ? beforeAll(thread) : page.after());
        var items = rows.stream().limit(page.limit()).map(Row::message).toList();
        boolean more = !rows.isEmpty() && rows.get(0).fetched() > items.size();
        return new Page<>(items, more ? last(items).toString() : null);
    }

    /** Spares a look into the months before the thread. */
    private static UUID beforeAll(MessageThread thread) {
        return Ids.lowest(thread.createdAt().minus(IdRange.CLOCKS));
    }

    private static UUID last(List<StoredMessage> items) {
        return items.get(items.size() - 1).id();
    }
}

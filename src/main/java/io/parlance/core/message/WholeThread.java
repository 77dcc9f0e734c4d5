package io.parlance.core.message;

import io.parlance.core.store.IdRange;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.thread.MessageThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a whole thread, oldest message first. Of one that is too much for one answer, the newest messages that fit. */
@ApplicationScoped
public class WholeThread {
    public static final int MOST_MESSAGES = 10_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String NEWEST =
            """
            select m.*, null::uuid group_id from (
              select newest.*, sum(octet_length(body)) over (order by id desc) bytes from (
                select * from message where tenant_id = ? and thread_id = ? and id >= ? and id > ?
                order by id desc limit %d) newest) m
            where bytes <= %d order by id
            """
                    .formatted(MOST_MESSAGES, ThreadMessages.MOST_BYTES);

    @Inject
    Sql sql;

    /** The messages behind the one given, or all. */
    public List<StoredMessage> list(MessageThread thread, @Nullable UUID after) {
        return sql.list(
                NEWEST,
                MessageQuery::read,
                thread.tenantId(),
                thread.id(),
                Ids.lowest(thread.createdAt().minus(IdRange.CLOCKS)),
                after == null ? BEFORE_ALL : after);
    }
}

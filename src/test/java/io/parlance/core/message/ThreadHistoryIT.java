package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.store.Ids;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.NewThread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of one thread, oldest first, and how much of a long one they read. */
class ThreadHistoryIT {
    private static final Instant BEGINNING = Instant.parse("2020-03-01T00:00:00Z");
    private static final int MESSAGES = 20_000;
    private static final int PAGE = 50;
    private static final ThreadHistory HISTORY = new ThreadHistory();

    private static MessageThread longThread;

    /** One message a second in the long thread. */
    @BeforeAll
    static void fill() {
        Sql sql = TestSql.on("parlance_history");
        HISTORY.sql = sql;
        sql.update("truncate message");
        longThread = thread();
        var ids = new UUID[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            ids[i] = Ids.lowest(BEGINNING.plusSeconds(i));
        }
        insert(longThread, ids, "text");
        sql.update("vacuum (analyze) message");
    }

    @Test
    void tellsOldestFirstAndEverythingOnce() {
        var thread = thread();
        var ids = new UUID[] {Ids.next(), Ids.next(), Ids.next(), Ids.next(), Ids.next()};
        insert(thread, ids, "text");
        var found = new ArrayList<UUID>();
        UUID last = null;
        do {
            var page = HISTORY.list(thread, new PageRequest(2, last));
            page.items().forEach(message -> found.add(message.id()));
            last = page.nextCursor() == null ? null : UUID.fromString(page.nextCursor());
        } while (last != null);

        assertThat(found).containsExactly(ids);
    }

    @Test
    void endsAPageEarlyWhereMessagesAreLargeButNeverEmpty() {
        var thread = thread();
        var first = Ids.next();
        var second = Ids.next();
        insert(thread, new UUID[] {first, second}, "x".repeat(ThreadHistory.MOST_BYTES));

        var page = HISTORY.list(thread, new PageRequest(PAGE, null));
        assertThat(page.items()).extracting(StoredMessage::id).containsExactly(first);
        var rest = HISTORY.list(thread, new PageRequest(PAGE, UUID.fromString(page.nextCursor())));
        assertThat(rest.items()).extracting(StoredMessage::id).containsExactly(second);
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void readsOnlyThePageOfALongThread() {
        for (var after : new UUID[] {null, Ids.lowest(BEGINNING.plusSeconds(MESSAGES / 2))}) {
            long before = TestSql.messagesRead(HISTORY.sql);
            assertThat(HISTORY.list(longThread, new PageRequest(PAGE, after)).items())
                    .hasSize(PAGE);
            await().pollDelay(Duration.ofMillis(100))
                    .untilAsserted(() -> assertThat(TestSql.messagesRead(HISTORY.sql) - before)
                            .isBetween((long) PAGE, PAGE + 10L));
        }
    }

    private static MessageThread thread() {
        return MessageThread.of(NewThread.of(UUID.randomUUID(), "d"), 1, BEGINNING);
    }

    private static void insert(MessageThread thread, UUID[] ids, String text) {
        HISTORY.sql.update(
                "insert into message (tenant_id, id, number, thread_id, dialect, author_type, author_id, body, content_type,"
                        + " attributes, version, created_at) select ?, id, n, ?, 'd', 't', '1', ?, 'text/plain', '{}', 1,"
                        + " ?::timestamptz + (n - 1) * interval '1 second' from unnest(?) with ordinality u(id, n)",
                thread.tenantId(),
                thread.id(),
                text,
                BEGINNING,
                ids);
    }
}

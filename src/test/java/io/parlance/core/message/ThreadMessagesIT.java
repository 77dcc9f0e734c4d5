package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import io.parlance.core.store.TimeRange;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.NewThread;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of long threads a page reads, by PostgreSQL's own count. */
class ThreadMessagesIT {
    private static final UUID TENANT = UUID.randomUUID();
    private static final Instant FIRST = Instant.parse("2020-03-01T00:00:00Z");
    private static final List<MessageThread> THREADS = IntStream.range(0, 10)
            .mapToObj(i -> MessageThread.of(NewThread.of(TENANT, "d"), i, FIRST))
            .toList();
    private static final int MESSAGES = 50_000;
    private static final int PAGE = 100;
    private static final ThreadMessages QUERY = new ThreadMessages();

    /** One message a minute, in turn in each of the threads. */
    @BeforeAll
    static void fill() {
        Sql sql = TestSql.on("parlance_thread_messages");
        QUERY.sql = sql;
        var partitions = new MessagePartitions();
        partitions.sql = sql;
        for (int month = 1; month <= 12; month++) {
            partitions.create(YearMonth.of(2020, month));
        }
        sql.update("truncate tenant, thread, message cascade");
        var ids = IntStream.range(0, MESSAGES)
                .mapToObj(i -> Ids.lowest(minute(i)))
                .toArray(UUID[]::new);
        sql.update(
                "insert into message (tenant_id, id, number, thread_id, dialect, author_type, author_id, body, content_type,"
                        + " attributes, version, created_at) select ?, id, n, (?::uuid[])[1 + (n - 1) % 10], 'd', 't', '1',"
                        + " 'text', 'text/plain', '{}', 1, ?::timestamptz + (n - 1) * interval '1 minute'"
                        + " from unnest(?) with ordinality u(id, n)",
                TENANT, THREADS.stream().map(MessageThread::id).toArray(UUID[]::new), FIRST, ids);
        sql.update("vacuum (analyze) message"); // a page of ids is then read from the index alone
    }

    @ParameterizedTest
    @ValueSource(ints = {MESSAGES, MESSAGES / 2, PAGE})
    void readsOnlyThePageOfAThreadHoweverDeepItLies(int cursor) {
        long before = rowsRead();

        var page = QUERY.list(THREADS.subList(0, 1), TimeRange.ALWAYS, PAGE / 10, id(cursor));

        assertThat(page).hasSize(PAGE / 10).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        assertThat(page.get(0).createdAt()).isEqualTo(minute(cursor - 10));
        assertReadAtMost(PAGE / 10, before);
    }

    @ParameterizedTest
    @ValueSource(ints = {MESSAGES, MESSAGES / 2, PAGE})
    void readsOnlyThePageOfAllThreads(int cursor) {
        long before = rowsRead();

        var page = QUERY.list(THREADS, TimeRange.ALWAYS, PAGE, id(cursor));

        assertThat(page)
                .extracting(StoredMessage::id)
                .isEqualTo(IntStream.range(1, PAGE + 1)
                        .mapToObj(i -> id(cursor - i))
                        .toList());
        assertReadAtMost(PAGE, before);
    }

    @ParameterizedTest
    @ValueSource(ints = {MESSAGES, MESSAGES / 2})
    void readsOnlyThePageOfAThreadThatIsTakenForAShortOne(int cursor) {
        believeInThreadsOf("-0.5");
        try {
            long before = TestSql.messageEntriesRead(QUERY.sql);

            var page = TestSql.inTransaction(
                    QUERY.sql, () -> QUERY.list(THREADS.subList(0, 1), TimeRange.ALWAYS, PAGE, id(cursor)));

            assertThat(page).hasSize(PAGE);
            await().until(() -> TestSql.messageEntriesRead(QUERY.sql) > before);
            assertThat(TestSql.messageEntriesRead(QUERY.sql) - before).isLessThan(4 * PAGE);
        } finally {
            believeInThreadsOf("0");
        }
    }

    /** Tells the planner how many threads there are, as a share of the messages; 0 lets it count them. */
    private static void believeInThreadsOf(String distinct) {
        for (int month = 3; month <= 4; month++) {
            QUERY.sql.update(
                    "alter table message_2020_0" + month + " alter thread_id set (n_distinct = " + distinct + ")");
        }
        QUERY.sql.update("analyze message");
    }

    @Test
    void readsOnlyAnInterval() {
        long before = rowsRead();

        var page = QUERY.list(THREADS, new TimeRange(minute(20_000), minute(20_050)), PAGE, null);

        assertThat(page).hasSize(50);
        assertThat(page.get(0).createdAt()).isEqualTo(minute(20_049));
        assertThat(page.get(49).createdAt()).isEqualTo(minute(20_000));
        assertReadAtMost(200, before);
    }

    @Test
    void readsNothingWithoutAThread() {
        long before = rowsRead();

        assertThat(QUERY.list(List.of(), TimeRange.ALWAYS, PAGE, null)).isEmpty();
        assertThat(rowsRead()).isEqualTo(before);
    }

    private static void assertReadAtMost(int rows, long before) {
        await().until(() -> rowsRead() > before); // a connection reports what it read when it ends
        assertThat(rowsRead() - before).isLessThanOrEqualTo(rows);
    }

    private static UUID id(int minute) {
        return Ids.lowest(minute(minute));
    }

    private static Instant minute(int i) {
        return FIRST.plusSeconds(60L * i);
    }

    private static long rowsRead() {
        return TestSql.messagesRead(QUERY.sql);
    }
}

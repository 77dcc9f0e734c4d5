package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.store.Ids;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a long thread a page reads, by PostgreSQL's own count. */
class MessageQueryIT {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID THREAD = UUID.randomUUID();
    private static final Instant FIRST = Instant.parse("2020-03-01T00:00:00Z");
    private static final int MESSAGES = 50_000;
    private static final int PAGE = 50;
    private static final MessageQuery QUERY = new MessageQuery();

    /** One message a minute. */
    @BeforeAll
    static void fill() {
        Sql sql = TestSql.on("parlance_query");
        QUERY.sql = sql;
        var partitions = new MessagePartitions();
        partitions.sql = sql;
        partitions.create(YearMonth.of(2020, 3));
        partitions.create(YearMonth.of(2020, 4));
        sql.update("truncate tenant, thread, message cascade");
        sql.update("insert into tenant values (?, 't', 'T', 'active', now())", TENANT);
        sql.update(
                "insert into thread (tenant_id, id, number, dialect, status, resolved, attributes, created_at, updated_at)"
                        + " values (?, ?, 1, 'd', 'open', false, '{}', now(), now())",
                TENANT,
                THREAD);
        var ids = new UUID[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            ids[i] = Ids.lowest(minute(i));
        }
        sql.update(
                "insert into message (tenant_id, id, number, thread_id, dialect, author_type, author_id, body, content_type,"
                        + " attributes, version, created_at) select ?, id, n, ?, 'd', 't', '1', 'text', 'text/plain', '{}', 1,"
                        + " ?::timestamptz + (n - 1) * interval '1 minute' from unnest(?) with ordinality u(id, n)",
                TENANT,
                THREAD,
                FIRST,
                ids);
        sql.update("analyze message");
    }

    @ParameterizedTest
    @ValueSource(ints = {MESSAGES, MESSAGES / 2, PAGE})
    void readsOnlyThePageOfAThread(int cursor) {
        assertReadsOnlyItsPage(new MessageFilter(null, THREAD, null, null), cursor);
    }

    @ParameterizedTest
    @ValueSource(ints = {MESSAGES, MESSAGES / 2, PAGE})
    void readsOnlyThePageOfATenant(int cursor) {
        assertReadsOnlyItsPage(new MessageFilter(null, null, null, null), cursor);
    }

    @Test
    void readsOnlyThePageOfAnInterval() {
        var filter = new MessageFilter("d", null, minute(1000), minute(1000 + PAGE));

        long before = tuplesRead();
        var page = QUERY.list(TENANT, filter, new PageRequest(PAGE, null));

        assertThat(page.items()).hasSize(PAGE);
        assertThat(page.items().get(0).createdAt()).isEqualTo(minute(1000 + PAGE - 1));
        assertThat(page.items().get(PAGE - 1).createdAt()).isEqualTo(minute(1000));
        assertThat(page.nextCursor()).isNull();
        assertReadSince(before);
    }

    @Test
    void readsNothingForADialectThatWasNeverUsed() {
        long before = tuplesRead();

        var page = QUERY.list(TENANT, new MessageFilter("other", null, null, null), new PageRequest(PAGE, null));

        assertThat(page.items()).isEmpty();
        assertThat(tuplesRead()).isEqualTo(before);
    }

    private static void assertReadsOnlyItsPage(MessageFilter filter, int cursor) {
        long before = tuplesRead();

        var page = QUERY.list(TENANT, filter, new PageRequest(PAGE, Ids.lowest(minute(cursor))));

        assertThat(page.items()).hasSize(PAGE);
        assertThat(page.items().get(0).createdAt()).isEqualTo(minute(cursor - 1));
        assertReadSince(before);
    }

    private static void assertReadSince(long before) {
        await().until(() -> tuplesRead() > before); // a connection reports what it read when it ends
        assertThat(tuplesRead() - before).isLessThan(3 * PAGE);
    }

    private static Instant minute(int i) {
        return FIRST.plusSeconds(60L * i);
    }

    private static long tuplesRead() {
        return TestSql.messagesRead(QUERY.sql);
    }
}

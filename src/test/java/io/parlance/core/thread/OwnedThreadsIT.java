package io.parlance.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import io.parlance.core.store.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of an application's threads, and how PostgreSQL finds them among many. */
class OwnedThreadsIT {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID APPLICATION = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();
    private static final Instant FIRST = Instant.parse("2020-03-01T00:00:00Z");
    private static final int THREADS = 20_000;
    private static final int PAGE = 50;
    private static final OwnedThreads QUERY = new OwnedThreads();

    /** One thread a minute, ten of them at the same moment; every second one in the group. The last change is an hour later. */
    @BeforeAll
    static void fill() {
        Sql sql = TestSql.on("parlance_owned_threads");
        QUERY.sql = sql;
        sql.update("truncate tenant, thread cascade");
        sql.update("insert into tenant values (?, 't', 'T', 'active', now())", TENANT);
        sql.update(
                "insert into thread (tenant_id, id, number, dialect, application_id, group_id, status, resolved, attributes,"
                        + " created_at, updated_at) select ?, gen_random_uuid(), n, 'd', ?,"
                        + " case when n % 2 = 0 then ?::uuid end, 'open', false, '{}', moment, moment + interval '1 hour'"
                        + " from generate_series(0, ?) n, lateral (select ?::timestamptz + n / 10 * interval '10 minutes') m(moment)",
                TENANT, APPLICATION, GROUP, THREADS - 1, FIRST);
        sql.update("vacuum (analyze) thread");
    }

    @Test
    void repeatsAndLeavesOutNothing() {
        var found = new ArrayList<UUID>();
        MessageThread last = null;
        do {
            var page = QUERY.list(created(0, 1000), 7, last);
            page.forEach(thread -> found.add(thread.id()));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (last != null);

        assertThat(found).doesNotHaveDuplicates().hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {THREADS, THREADS / 2, 1000})
    void readsOnlyThePageHoweverDeepItLies(int depth) {
        var page = QUERY.list(created(0, depth), PAGE, null);

        assertThat(page).hasSize(PAGE);
        assertThat(page.get(0).createdAt()).isEqualTo(minute(depth - 10));
        assertThat(page).isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
    }

    @Test
    void findsWhatChangedInAnInterval() {
        var changed = new TimeRange(minute(1060), minute(1070));

        assertThat(QUERY.list(selection(null, TimeRange.ALWAYS, changed), PAGE, null))
                .hasSize(10)
                .allMatch(thread -> thread.createdAt().equals(minute(1000)));
        assertThat(QUERY.list(selection(Set.of(GROUP), TimeRange.ALWAYS, changed), PAGE, null))
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"1059, 1061", "1060, 1119", "1000, 1060"})
    void findsWhatChangedInPartsOfHours(int from, int to) {
        var changed =
                QUERY.list(selection(null, TimeRange.ALWAYS, new TimeRange(minute(from), minute(to))), 1000, null);

        assertThat(changed)
                .isNotEmpty()
                .allMatch(thread -> !thread.updatedAt().isBefore(minute(from)))
                .allMatch(thread -> thread.updatedAt().isBefore(minute(to)))
                .hasSize(10
                        * (int) IntStream.range(from, to)
                                .filter(i -> i % 10 == 0)
                                .count());
    }

    @Test
    void aChangeWithinTheSameHourTouchesNoIndex() {
        QUERY.sql.update("update thread set updated_at = updated_at + interval '1 ms' where number = 1");

        await().untilAsserted(() -> assertThat(changesInPlace()).isPositive());
    }

    private static long changesInPlace() {
        return QUERY.sql
                .one("select n_tup_hot_upd from pg_stat_user_tables where relname = 'thread'", row -> row.getLong(1))
                .orElseThrow();
    }

    @Test
    void leavesOutGroupsThatAreGone() {
        QUERY.sql.update(
                "insert into tenant_group (tenant_id, id, number, name, created_at, deleted_at) values (?, ?, 1, 'G', now(), now())",
                TENANT,
                GROUP);
        try {
            assertThat(QUERY.list(created(0, 100), PAGE, null))
                    .hasSize(50)
                    .allMatch(thread -> thread.groupId() == null);
        } finally {
            QUERY.sql.update("delete from tenant_group");
        }
    }

    private static ThreadSelection created(int from, int to) {
        return selection(null, new TimeRange(minute(from), minute(to)), TimeRange.ALWAYS);
    }

    private static ThreadSelection selection(Set<UUID> groups, TimeRange created, TimeRange updated) {
        return new ThreadSelection(TENANT, "d", APPLICATION, groups, groups == null, null, created, updated);
    }

    private static Instant minute(int i) {
        return FIRST.plus(Duration.ofMinutes(i));
    }
}

package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TestSql;
import io.parlance.core.tenant.TestTenants;
import io.parlance.it.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which months are dropped, and what goes with them, on a database of its own. */
class MessageRetentionIT {
    private static final String DATABASE = "parlance_retention";
    private static final YearMonth JANUARY = YearMonth.of(2020, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2020, 2);
    private static final Instant IN_JANUARY = Instant.parse("2020-01-31T23:59:59.999Z");
    private static final Instant IN_FEBRUARY = Instant.parse("2020-02-01T00:00:00Z");
    private static Sql sql;
    private static MessageRetention retention;
    private static MessagePartitions partitions;

    @BeforeAll
    static void connect() {
        sql = TestSql.on(DATABASE);
        partitions = new MessagePartitions();
        partitions.sql = sql;
        retention = new MessageRetention();
        retention.sql = sql;
        retention.tenants = TestTenants.on(sql);
        retention.partitions = partitions;
    }

    @BeforeEach
    void twoOldMonths() {
        sql.update("truncate tenant, thread, message, message_words, external_message, outbox_event cascade");
        partitions.create(JANUARY);
        partitions.create(FEBRUARY);
    }

    @Test
    void dropsTheMonthsThatNoTenantKeeps() {
        var other = tenant(30);
        var tenant = tenant(daysSince(IN_JANUARY.plus(Duration.ofDays(15))));
        store(other, IN_JANUARY);
        store(tenant, IN_JANUARY);
        store(other, IN_FEBRUARY);
        store(tenant, IN_FEBRUARY);

        retention.dropExpired();

        assertThat(partitions.existing()).contains(FEBRUARY).doesNotContain(JANUARY);
        assertThat(count("message")).isEqualTo(2);
    }

    @Test
    void keepsEverythingWhileOneTenantDoes() {
        tenant(30);
        store(tenant(null), IN_JANUARY);

        retention.dropExpired();

        assertThat(partitions.existing()).contains(JANUARY, FEBRUARY);
        assertThat(count("message")).isEqualTo(1);
    }

    @Test
    void keepsEverythingWhereThereIsNoTenant() {
        retention.dropExpired();

        assertThat(partitions.existing()).contains(JANUARY, FEBRUARY);
    }

    @Test
    void forgetsTheKeysAndEventsOfWhatItDrops() {
        var tenant = tenant(daysSince(IN_JANUARY.plus(Duration.ofDays(15))));
        store(tenant, IN_JANUARY, 2500);
        var kept = store(tenant, IN_FEBRUARY);

        retention.dropExpired();

        assertThat(ids("select message_id from external_message")).containsExactly(kept);
        assertThat(ids("select message_id from outbox_event")).containsExactly(kept);
    }

    @Test
    void forgetsTheWordsOfWhatItDrops() {
        var tenant = tenant(daysSince(IN_JANUARY.plus(Duration.ofDays(15))));
        store(tenant, IN_JANUARY);
        var kept = store(tenant, IN_FEBRUARY);
        sql.update("insert into message_words select tenant_id, thread_id, id, '{}', '' from message");

        retention.dropExpired();

        assertThat(ids("select message_id from message_words")).containsExactly(kept);
    }

    @Test
    void keepsTheKeyThatPointsToALaterVersion() {
        var tenant = tenant(daysSince(IN_JANUARY.plus(Duration.ofDays(15))));
        store(tenant, IN_JANUARY);
        var later = Ids.lowest(IN_FEBRUARY);
        sql.update("update external_message set message_id = ?, version = 2", later);

        retention.dropExpired();

        assertThat(partitions.existing()).doesNotContain(JANUARY);
        assertThat(ids("select message_id from external_message")).containsExactly(later);
    }

    @Test
    void givesUpSoonWhereAQueryIsInTheWay() throws SQLException {
        store(tenant(30), IN_JANUARY);
        try (var reader = TestServer.database().connect(DATABASE);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select 1 from message");

            var begin = System.nanoTime();
            assertThatThrownBy(retention::dropExpired)
                    .isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(Reason.STORE_TOO_SLOW));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(partitions.existing()).contains(JANUARY);
            reader.rollback();
        }

        retention.dropExpired();
        assertThat(partitions.existing()).doesNotContain(JANUARY);
    }

    private static int daysSince(Instant moment) {
        return Math.toIntExact(Duration.between(moment, Instant.now()).toDays());
    }

    private static UUID tenant(Integer retentionDays) {
        var id = UUID.randomUUID();
        sql.update(
                "insert into tenant (id, slug, name, status, retention_days, created_at)"
                        + " values (?, ?, 'T', 'active', ?::integer, now())",
                id,
                id.toString(),
                retentionDays);
        return id;
    }

    private static UUID store(UUID tenant, Instant moment) {
        return store(tenant, moment, 1).get(0);
    }

    /** Messages with their events, each with a thread and a natural key of its own. */
    private static List<UUID> store(UUID tenant, Instant moment, int count) {
        var messages = many(count, () -> at(moment));
        var threads = many(count, UUID::randomUUID);
        var events = many(count, () -> at(moment.plusSeconds(1)));
        sql.update(
                "insert into thread (tenant_id, id, number, dialect, group_id, status, resolved, attributes, created_at,"
                        + " updated_at) select ?, t, nextval('thread_number'), 'd', t, 'open', false, '{}', ?, ?"
                        + " from unnest(?) t",
                tenant,
                moment,
                moment,
                threads);
        sql.update(
                "insert into message (tenant_id, id, number, thread_id, dialect, channel, author_type, author_id, body,"
                        + " content_type, attributes, source, external_id, version, created_at)"
                        + " select ?, m, 1, t, 'd', 'c', 't', '1', 'text', 'text/plain', '{}', 's', 'e', 1, ?"
                        + " from unnest(?, ?) u(m, t)",
                tenant,
                moment,
                messages,
                threads);
        sql.update(
                "insert into external_message select ?, 'd', t, 'c', 's', 'e', m, 1, 'hash' from unnest(?, ?) u(m, t)",
                tenant,
                messages,
                threads);
        sql.update(
                "insert into outbox_event select ?, e, 'message.created', 'd', t, m, ? from unnest(?, ?, ?) u(m, t, e)",
                tenant,
                moment,
                messages,
                threads,
                events);
        return List.of(messages);
    }

    private static UUID[] many(int count, Supplier<UUID> ids) {
        return Stream.generate(ids).limit(count).toArray(UUID[]::new);
    }

    /** One of the many ids of a moment. */
    private static UUID at(Instant moment) {
        var lowest = Ids.lowest(moment);
        return new UUID(
                lowest.getMostSignificantBits(),
                lowest.getLeastSignificantBits() | UUID.randomUUID().getLeastSignificantBits() >>> 2);
    }

    private static List<UUID> ids(String query) {
        return sql.list(query, row -> row.getObject(1, UUID.class));
    }

    private static int count(String table) {
        return sql.one("select count(*) from " + table, row -> row.getInt(1)).orElseThrow();
    }
}

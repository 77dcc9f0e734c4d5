package io.parlance.core.message;

import io.parlance.core.store.Ids;
import io.parlance.core.store.Sql;
import io.parlance.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Drops the months of {@code message} that no tenant keeps any more, as its newest possible message is older than the longest
 * retention of all. What points to those messages goes first, in batches: a natural key must never point into nothing.
 */
@ApplicationScoped
public class MessageRetention {
    private static final System.Logger LOG = System.getLogger(MessageRetention.class.getName());
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** The id of an event is made a little after that of its message, maybe by another clock. */
    private static final Duration EVENT_DISTANCE = Duration.ofHours(1);

    /**
     * Deletes the natural keys and the words of one batch of messages behind a given one and answers the last of them. Keys
     * are locked in the order in which the intake locks them, so that the two cannot block each other for good.
     */
    private static final String FORGET_KEYS =
            """
            with batch as materialized (
              select tenant_id, id, thread_id, dialect, channel, source, external_id from %s
              where (tenant_id, id) > (?, ?) order by tenant_id, id limit 1000
            ), keyed as materialized (
              select b.*, t.group_id from batch b
              join thread t on t.tenant_id = b.tenant_id and t.id = b.thread_id
              where b.external_id is not null
              order by b.tenant_id, b.dialect, t.group_id, b.channel, b.source, b.external_id
            ), pointer as (
              select p.* from keyed k cross join lateral (
                select e.* from external_message e
                where e.tenant_id = k.tenant_id and e.dialect = k.dialect and e.group_id = k.group_id
                  and e.channel = k.channel and e.source = k.source and e.external_id = k.external_id
                  and e.message_id = k.id
                for update) p
            ), gone as (
              delete from external_message e using pointer p
              where e.tenant_id = p.tenant_id and e.dialect = p.dialect and e.group_id = p.group_id
                and e.channel = p.channel and e.source = p.source and e.external_id = p.external_id
            ), unsearched as (
              delete from message_words w using batch b
              where w.tenant_id = b.tenant_id and w.thread_id = b.thread_id and w.message_id = b.id
            )
            select tenant_id, id from batch order by tenant_id desc, id desc limit 1
            """;

    /** Deletes a batch of a tenant's events behind a given one and answers the last of them. */
    private static final String FORGET_EVENTS =
            """
            with gone as (
              delete from outbox_event where tenant_id = ? and id in (
                select id from outbox_event
                where tenant_id = ? and id > ? and id < ? and message_id >= ? and message_id < ? order by id
                limit 1000)
              returning id
            )
            select id from gone order by id desc limit 1
            """;

    @Inject
    Sql sql;

    @Inject
    Tenants tenants;

    @Inject
    MessagePartitions partitions;

    private record Place(UUID tenantId, UUID id) {}

    /** Safe to call at any time, on any node; a month that cannot be dropped now is left for the next call. */
    public void dropExpired() {
        for (var month : expired()) {
            forgetKeys(month);
            forgetEvents(month);
            partitions.drop(month);
            LOG.log(System.Logger.Level.INFO, "the messages of {0} are dropped: no tenant keeps them", month);
        }
    }

    /** The months that are still there although no tenant keeps them, oldest first. */
    List<YearMonth> expired() {
        var days = tenants.longestRetentionDays();
        if (days.isEmpty()) {
            return List.of();
        }
        var now = Instant.now(Clock.systemUTC());
        return partitions.existing().stream()
                .filter(month -> isExpired(month, days.get(), now))
                .toList();
    }

    static boolean isExpired(YearMonth month, int days, Instant now) {
        return !MessagePartitions.start(month.plusMonths(1)).isAfter(now.minus(Duration.ofDays(days)));
    }

    private void forgetKeys(YearMonth month) {
        var statement = FORGET_KEYS.formatted(MessagePartitions.table(month));
        var last = Optional.of(new Place(BEFORE_ALL, BEFORE_ALL));
        while (last.isPresent()) {
            last = sql.one(
                    statement,
                    row -> new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                    last.get().tenantId(),
                    last.get().id());
        }
    }

    private void forgetEvents(YearMonth month) {
        var from = MessagePartitions.start(month);
        var to = MessagePartitions.start(month.plusMonths(1));
        for (var tenantId : tenants.ids()) {
            var last = Optional.of(Ids.lowest(from.minus(EVENT_DISTANCE)));
            while (last.isPresent()) {
                last = sql.one(
                        FORGET_EVENTS,
                        row -> row.getObject(1, UUID.class),
                        tenantId,
                        tenantId,
                        last.get(),
                        Ids.lowest(to.plus(EVENT_DISTANCE)),
                        Ids.lowest(from),
                        Ids.lowest(to));
            }
        }
    }
}

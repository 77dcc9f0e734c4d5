package io.parlance.core.thread;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Numbers;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The threads of a tenant, by native SQL because finding and opening one is part of taking a message in. */
@ApplicationScoped
public class Threads {
    private static final String COLUMNS = "tenant_id, id, number, dialect, application_id, group_id, key, subject,"
            + " requester_id, status, resolved, attributes, created_at, updated_at";
    private static final String BEFORE =
            "(created_at, id) < (select created_at, id from thread where tenant_id = ? and id = ?)";
    private static final String SELECT = "select " + COLUMNS + " from thread where tenant_id = ?";

    @Inject
    Sql sql;

    @Inject
    Numbers numbers;

    @Inject
    Event<ThreadChanged> changes;

    private final Cache<Key, UUID> byKey = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private record Key(UUID tenantId, String dialect, @Nullable UUID groupId, @Nullable String key) {}

    public Optional<MessageThread> find(UUID tenantId, UUID id) {
        return sql.one(SELECT + " and id = ?", Threads::read, tenantId, id);
    }

    public MessageThread require(UUID tenantId, UUID id) {
        return find(tenantId, id)
                .orElseThrow(() -> new RejectedException(Reason.RESOURCE_NOT_FOUND, "no thread " + id));
    }

    /** The thread with this number, if it is one of the dialect and the person takes part in it. */
    public Optional<MessageThread> findOf(UUID tenantId, String dialect, long number, UUID userId) {
        return sql.one(
                SELECT + " and dialect = ? and number = ? and exists (select from thread_participant p"
                        + " where p.tenant_id = thread.tenant_id and p.thread_id = thread.id and p.user_id = ?)",
                Threads::read,
                tenantId,
                dialect,
                number,
                userId);
    }

    /** The threads among these ids that exist, in no order, by one query. */
    public List<MessageThread> findAll(UUID tenantId, Collection<UUID> ids) {
        return sql.list(SELECT + " and id = any(?)", Threads::read, tenantId, ids.toArray(UUID[]::new));
    }

    /** Newest first. */
    public Page<MessageThread> list(UUID tenantId, ThreadFilter filter, PageRequest page) {
        var where = new Where("tenant_id = ?", tenantId)
                .andIfGiven("dialect = ?", filter.dialect())
                .andIfGiven("group_id = ?", filter.groupId())
                .andIfGiven("status = ?", filter.status())
                .andIfGiven("position(lower(?) in lower(subject)) > 0", filter.subjectPart());
        if (page.after() != null) {
            where.and(BEFORE, tenantId, page.after());
        }
        var rows = sql.list(
                "select " + COLUMNS + " from thread" + where.text() + " order by created_at desc, id desc limit "
                        + page.fetch(),
                Threads::read,
                where.parameters());
        return Page.of(rows, page, thread -> thread.id().toString());
    }

    /** Makes the thread and its participants; an id that exists is a conflict. */
    @Transactional
    public MessageThread create(NewThread wish) {
        if (insert(wish) == 0) {
            throw new RejectedException(Reason.CONFLICT, "a thread with this id or key exists");
        }
        addParticipants(wish);
        return require(wish.tenantId(), wish.id());
    }

    /** The id of the thread with this key in its group; made if there is none. Two callers at once get the same. */
    public UUID ensure(NewThread wish) {
        var key = new Key(wish.tenantId(), wish.dialect(), wish.groupId(), wish.key());
        return byKey.get(key, ignored -> {
            var found = findByKey(key);
            if (found.isPresent()) {
                return found.get();
            }
            return insert(wish) == 1 ? wish.id() : findByKey(key).orElseThrow();
        });
    }

    /** A thread that is resolved, or not, as wanted stays as old as it is. */
    public MessageThread setResolved(UUID tenantId, UUID id, boolean resolved) {
        sql.update(
                "update thread set resolved = ?, updated_at = greatest(updated_at, ?)"
                        + " where tenant_id = ? and id = ? and resolved <> ?",
                resolved,
                Instant.now(Clock.systemUTC()),
                tenantId,
                id,
                resolved);
        changes.fire(new ThreadChanged(tenantId, id));
        return require(tenantId, id);
    }

    /** Ids of the people in a thread. */
    public List<UUID> participants(UUID tenantId, UUID threadId) {
        return sql.list(
                "select user_id from thread_participant where tenant_id = ? and thread_id = ? order by user_id",
                row -> row.getObject(1, UUID.class),
                tenantId,
                threadId);
    }

    /** Ids of the people in each of these threads, by one query; a thread without people has no entry. */
    public Map<UUID, List<UUID>> participants(UUID tenantId, Collection<UUID> threadIds) {
        record Place(UUID threadId, UUID userId) {}
        return sql
                .list(
                        "select thread_id, user_id from thread_participant"
                                + " where tenant_id = ? and thread_id = any(?) order by user_id",
                        row -> new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        tenantId,
                        threadIds.toArray(UUID[]::new))
                .stream()
                .collect(
                        Collectors.groupingBy(Place::threadId, Collectors.mapping(Place::userId, Collectors.toList())));
    }

    private Optional<UUID> findByKey(Key key) {
        return sql.one(
                "select id from thread where tenant_id = ? and dialect = ? and group_id = ? and key = ?",
                row -> row.getObject(1, UUID.class),
                key.tenantId(),
                key.dialect(),
                key.groupId(),
                key.key());
    }

    private int insert(NewThread wish) {
        var now = Instant.now(Clock.systemUTC());
        return sql.update(
                "insert into thread (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?::jsonb, ?, ?)"
                        + " on conflict do nothing",
                wish.tenantId(),
                wish.id(),
                numbers.nextThread(),
                wish.dialect(),
                wish.applicationId(),
                wish.groupId(),
                wish.key(),
                wish.subject(),
                wish.requesterId(),
                wish.status(),
                wish.attributes(),
                now,
                now);
    }

    private void addParticipants(NewThread wish) {
        if (wish.participants().isEmpty()) {
            return;
        }
        sql.update(
                "insert into thread_participant (tenant_id, thread_id, user_id)"
                        + " select ?, ?, unnest(?) on conflict do nothing",
                wish.tenantId(),
                wish.id(),
                wish.participants().toArray(UUID[]::new));
    }

    static MessageThread read(ResultSet row) throws SQLException {
        return new MessageThread(
                row.getObject("tenant_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("dialect"),
                row.getObject("application_id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("key"),
                row.getString("subject"),
                row.getString("requester_id"),
                row.getString("status"),
                row.getBoolean("resolved"),
                row.getString("attributes"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "updated_at")));
    }
}

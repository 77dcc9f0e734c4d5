package io.parlance.core.thread;

import io.parlance.core.store.Sql;
import io.parlance.core.store.TimeRange;
import io.parlance.core.store.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists the threads of an application, newest first. A page is found by ids alone, in one index, and read afterwards: neither
 * how far behind it lies nor how many threads others have matters. By their last change, the threads of its hours are read.
 */
@ApplicationScoped
public class OwnedThreads {
    private static final String PAGE =
            """
            select t.* from (
              select id from (select id, created_at from thread%s%s) found order by created_at desc, id desc limit %d
            ) page cross join lateral (select * from thread where tenant_id = ? and id = page.id offset 0) t
            order by t.created_at desc, t.id desc
            """;

    /** Keeps the order out of a search by something else than the time of creation. */
    private static final String FENCE = " offset 0";

    private static final String GROUP_IS_GONE =
            "exists (select 1 from tenant_group g where g.tenant_id = thread.tenant_id and g.id = thread.group_id"
                    + " and g.deleted_at is not null)";

    @Inject
    Sql sql;

    /** At most that many threads, older than the one given. */
    public List<MessageThread> list(ThreadSelection wanted, int limit, @Nullable MessageThread before) {
        var where = new Where(
                        "tenant_id = ? and dialect = ? and application_id = ?",
                        wanted.tenantId(),
                        wanted.dialect(),
                        wanted.applicationId())
                .within("created_at", wanted.created())
                .within("updated_at", wanted.updated());
        narrowToHours(where, wanted.updated());
        narrowToGroups(where, wanted);
        if (wanted.ids() != null) {
            where.andIfGiven("id = any(?)", wanted.ids().toArray(UUID[]::new));
        }
        if (before != null) {
            where.and("(created_at, id) < (?, ?)", before.createdAt(), before.id());
        }
        boolean byTime = wanted.ids() == null && wanted.created().bounded();
        where.parameter(wanted.tenantId());
        return sql.list(PAGE.formatted(where.text(), byTime ? "" : FENCE, limit), Threads::read, where.parameters());
    }

    /** The exact time of the last change is in no index, because every message would have to change that. */
    private static void narrowToHours(Where where, TimeRange changed) {
        where.andIfGiven("changed_hour >= ?", hour(changed.from())).andIfGiven("changed_hour <= ?", hour(changed.to()));
    }

    private static @Nullable LocalDateTime hour(@Nullable Instant moment) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    }

    private static void narrowToGroups(Where where, ThreadSelection wanted) {
        if (wanted.groups() == null) {
            where.and("not " + GROUP_IS_GONE);
            return;
        }
        where.andIfGiven(
                wanted.ungrouped() ? "(group_id is null or group_id = any(?))" : "group_id = any(?)",
                wanted.groups().toArray(UUID[]::new));
    }
}

package io.parlance.core.message;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;

/** Whether the time for which tenants want their messages kept has the effect they expect. */
@ApplicationScoped
class RetentionCheck implements Check {
    @Inject
    MessageRetention retention;

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Finding run() {
        return sql.one(
                        "select count(retention_days), count(*) - count(retention_days) from tenant",
                        row -> judge(row.getLong(1), row.getLong(2), retention.expired()))
                .orElseThrow();
    }

    static Finding judge(long limited, long unlimited, List<YearMonth> overdue) {
        if (limited > 0 && unlimited > 0) {
            return Finding.warning(
                    limited + " tenants have a retentionDays and " + unlimited
                            + " have none: nothing is dropped, because" + " a month goes for all of them or for none.",
                    "Give every tenant a retentionDays by PATCH /admin/api/v1/tenants/{tenant}.");
        }
        if (!overdue.isEmpty()) {
            return Finding.warning(
                    "No tenant keeps " + overdue + " any more, and it is still there.",
                    "It is dropped within six hours, unless a long query uses message all the time: see"
                            + " postgresql-transactions.");
        }
        return Finding.ok(
                limited == 0
                        ? "No tenant has a retentionDays: all messages are kept for ever."
                        : "Every tenant has a retentionDays, and nothing older than the longest is left.");
    }
}

package io.parlance.core.message;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the coming months have their partitions. */
@ApplicationScoped
class PartitionsCheck implements Check {
    @Inject
    MessagePartitions partitions;

    @Inject
    Sql sql;

    @Override
    public String name() {
        return "partitions-ahead";
    }

    @Override
    public Finding run() {
        return judge(
                YearMonth.now(ZoneOffset.UTC),
                partitions.existing(),
                sql.one("select 1 from message_default limit 1", row -> 1).isPresent());
    }

    static Finding judge(YearMonth now, List<YearMonth> existing, boolean strays) {
        var missing = IntStream.rangeClosed(0, MessagePartitions.MONTHS_AHEAD)
                .mapToObj(now::plusMonths)
                .filter(month -> !existing.contains(month))
                .toList();
        var remedy = "A running server makes them every six hours; its log tells what keeps it from that.";
        if (missing.contains(now) || missing.contains(now.plusMonths(1))) {
            return Finding.failed(
                    "There is no partition for " + missing
                            + ": messages go to the one for the rest, which retention never" + " drops.",
                    remedy);
        }
        if (!missing.isEmpty()) {
            return Finding.warning("There is no partition for " + missing + " yet.", remedy);
        }
        return strays
                ? Finding.warning(
                        "Messages lie in message_default: they were stored while their month had no partition. They are found"
                                + " like others, but retention never drops them.",
                        "Leave them, or delete them by hand when their time has come.")
                : Finding.ok("This month and the next " + MessagePartitions.MONTHS_AHEAD + " have their partitions.");
    }
}

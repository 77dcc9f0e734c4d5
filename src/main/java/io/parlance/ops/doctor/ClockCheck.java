package io.parlance.ops.doctor;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import io.parlance.core.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Whether this machine and PostgreSQL agree on the time. */
@ApplicationScoped
class ClockCheck implements Check {
    private static final Duration NOTICEABLE = Duration.ofSeconds(2);
    private static final Duration HARMFUL = Duration.ofMinutes(1);

    @Inject
    Sql sql;

    Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "clock-skew";
    }

    @Override
    public Finding run() {
        var before = clock.instant();
        var there = sql.one("select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class)
                        .toInstant())
                .orElseThrow();
        var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        return judge(Duration.between(middle, there));
    }

    static Finding judge(Duration ahead) {
        var skew = ahead.abs();
        var text = String.format(
                Locale.ROOT,
                "The clock of PostgreSQL is %.1f s %s that of this machine.",
                skew.toMillis() / 1e3,
                ahead.isNegative() ? "behind" : "ahead of");
        if (skew.compareTo(NOTICEABLE) < 0) {
            return Finding.ok(text);
        }
        var remedy =
                "Let all machines, those of other nodes too, follow the same time servers (chrony, systemd-timesyncd).";
        return skew.compareTo(HARMFUL) < 0
                ? Finding.warning(text + " Order and limits of several nodes follow their clocks.", remedy)
                : Finding.failed(text + " Tokens end early or late, and messages get wrong times.", remedy);
    }
}

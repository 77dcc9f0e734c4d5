package io.parlance.rest;

import io.parlance.core.figure.Figures;
import io.parlance.core.figure.Spread;
import io.parlance.core.problem.Reason;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the requests to one dialect, or to the admin API. Counting takes some ten nanoseconds. Thread-safe. */
final class ServedFigures {
    private final String dialect;
    private final LongAdder requests = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder[] others =
            Stream.generate(LongAdder::new).limit(Reason.values().length).toArray(LongAdder[]::new);
    private final Spread durations = Spread.ofDurations();

    /** Of the dialect with this name. */
    ServedFigures(String dialect) {
        this.dialect = dialect;
    }

    String dialect() {
        return dialect;
    }

    /** Counts a request; the reason is null for success. */
    void count(@Nullable Reason reason, long nanos) {
        requests.increment();
        (reason == null ? accepted : others[reason.ordinal()]).increment();
        durations.add(nanos);
    }

    void tell(Figures figures) {
        figures.count("requests", "Requests that were answered, or ended.", requests.sum(), "dialect", dialect);
        figures.count("requests_accepted", "Those of them that succeeded.", accepted.sum(), "dialect", dialect);
        for (var reason : Reason.values()) {
            long count = others[reason.ordinal()].sum();
            if (reason == Reason.INTERNAL) {
                figures.count("requests_failed", "Those of them that a fault ended.", count, "dialect", dialect);
            } else if (count > 0) {
                figures.count(
                        "requests_refused",
                        "Those of them that were refused.",
                        count,
                        "dialect",
                        dialect,
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT));
            }
        }
        figures.spread(
                "request_duration_seconds", "From the head to the complete answer.", durations, "dialect", dialect);
    }
}

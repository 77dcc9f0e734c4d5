package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.store.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An interval by which a list is filtered: half-open, or one instant where both ends are equal. What is compared is what this
 * API shows of a time, its whole second.
 *
 * @param start null where it is open
 * @param end null where it is open
 */
record TimeFilterInterval(@Nullable Instant start, @Nullable Instant end) {
    /** The live product takes a day more than its documents say. */
    private static final int TOLERATED_DAYS = 1;

    /** Null where the member is absent or null. Refuses one that ends before it begins, or is longer than so many months. */
    static @Nullable TimeFilterInterval read(JsonNode body, String name, int months) {
        var value = Members.of(body, name);
        if (Members.isAbsent(value)) {
            return null;
        }
        var interval = new TimeFilterInterval(bound(value, "StartUtc", name), bound(value, "EndUtc", name));
        if (!value.isObject() || !interval.isWithin(months)) {
            throw new InvalidParameter(name);
        }
        return interval;
    }

    private static @Nullable Instant bound(JsonNode interval, String bound, String name) {
        var value = Members.of(interval, bound);
        if (Members.isAbsent(value)) {
            return null;
        }
        try {
            return MewsTime.read(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeException e) {
            throw new InvalidParameter(name);
        }
    }

    private boolean isWithin(int months) {
        if (start == null || end == null) {
            return true;
        }
        var latest = start.atOffset(ZoneOffset.UTC).plusMonths(months).plusDays(TOLERATED_DAYS);
        return !end.isBefore(start) && !end.isAfter(latest.toInstant());
    }

    boolean bounded() {
        return start != null && end != null;
    }

    /** The stored times, which are finer than a second, that are shown as times of this interval. */
    static TimeRange range(@Nullable TimeFilterInterval interval) {
        return interval == null ? TimeRange.ALWAYS : interval.range();
    }

    private TimeRange range() {
        if (start != null && start.equals(end) && isWhole(start)) {
            return new TimeRange(start, start.plusSeconds(1));
        }
        return new TimeRange(wholeSecond(start), wholeSecond(end));
    }

    /** The first whole second that is not before the instant. */
    private static @Nullable Instant wholeSecond(@Nullable Instant instant) {
        if (instant == null || isWhole(instant)) {
            return instant;
        }
        return instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static boolean isWhole(Instant instant) {
        return instant.getNano() == 0;
    }
}

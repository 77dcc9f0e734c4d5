package io.parlance.dialect.mews;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as this API writes them, which is whole seconds with {@code Z}, and as clients do, which is ISO 8601 at large. */
final class MewsTime {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private MewsTime() {}

    static String write(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * A time without an offset is UTC, a date its first moment.
     *
     * @throws DateTimeException where the text is no time the store knows
     */
    static Instant read(String text) {
        var parsed = ISO.parseBest(extended(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        var time = parsed instanceof OffsetDateTime offset
                ? offset
                : parsed instanceof LocalDateTime local
                        ? local.atOffset(ZoneOffset.UTC)
                        : LocalDate.from(parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("beyond what the store knows");
        }
        return time.toInstant();
    }

    /** Brings the short forms of the standard, and the blank that many write, into its long form. */
    private static String extended(String text) {
        return text.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(?=$|[Tt ])", "$1-$2-$3")
                .replaceFirst("^(.{10}) ", "$1T")
                .replaceFirst("^(.{11}\\d\\d)(\\d\\d)", "$1:$2")
                .replaceFirst("^(.{11}\\d\\d)(?=$|[Zz+-])", "$1:00")
                .replaceFirst("^(.{14}\\d\\d)(\\d\\d)", "$1:$2")
                .replaceFirst("^(.{19}),", "$1.");
    }
}

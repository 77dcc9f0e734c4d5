package io.parlance.dialect.travtus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as the samples of the API write them: {@code T} or a blank, optional fraction, of which microseconds are kept, optional
 * offset with or without a colon (none is UTC).
 */
final class WireTime {
    static final String WRONG_FORMAT = "Datetime has wrong format. Use one of these formats instead:"
            + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:mm:ss", "Z")
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT); // the 30th of February is no day
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("(:.*[+-][0-9]{2})([0-9]{2})$");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private WireTime() {}

    static Optional<Instant> parse(String text) {
        try {
            var parsed = FORMAT.parseBest(
                    OFFSET_WITHOUT_COLON
                            .matcher(text.strip().replaceFirst("^(\\S+) ", "$1T"))
                            .replaceFirst("$1:$2"),
                    OffsetDateTime::from,
                    LocalDateTime::from);
            var time = parsed instanceof OffsetDateTime offset
                    ? offset
                    : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR
                    ? Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

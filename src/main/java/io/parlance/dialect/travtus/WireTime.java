package io.parlance.dialect.travtus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Times as the samples of the API write them: {@code T} or a blank, optional fraction, optional offset (none is UTC). */
final class WireTime {
    static final String WRONG_FORMAT = "Datetime has wrong format. Use one of these formats instead:"
            + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter();
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private WireTime() {}

    static Optional<Instant> parse(String text) {
        try {
            var parsed = FORMAT.parseBest(
                    text.strip().replaceFirst("^(\\S+) ", "$1T"), OffsetDateTime::from, LocalDateTime::from);
            var time = parsed instanceof OffsetDateTime offset
                    ? offset
                    : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package io.parlance.dialect.jitsudo.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spans of time as the vendor's server, written in Go, has them: {@code 1h30m}, {@code 24h}, {@code 45s}. */
public final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

    private GoDuration() {}

    /** Reads one of at least a second. */
    public static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        var seconds = PART.matcher(text)
                .results()
                .map(part -> new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(seconds(part.group(2)))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .longValue();
        return Optional.of(Duration.ofSeconds(seconds)).filter(span -> span.toSeconds() > 0);
    }

    private static int seconds(String unit) {
        return switch (unit) {
            case "h" -> 3600;
            case "m" -> 60;
            default -> 1;
        };
    }
}

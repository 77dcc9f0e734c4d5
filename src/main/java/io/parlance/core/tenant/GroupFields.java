package io.parlance.core.tenant;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a caller may say about a group; blank texts count as absent. */
public record GroupFields(
        String name, @Nullable String externalRef, @Nullable String alias, @Nullable String timezone) {
    public GroupFields {
        externalRef = blankToNull(externalRef);
        alias = blankToNull(alias);
        timezone = blankToNull(timezone);
    }

    /** Whether a text names a time zone, such as {@code Europe/Prague} or {@code UTC}. */
    public static boolean isTimezone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

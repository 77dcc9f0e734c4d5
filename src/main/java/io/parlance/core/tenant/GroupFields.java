package io.parlance.core.tenant;

import org.jspecify.annotations.Nullable;

/** What a caller may say about a group; blank texts count as absent. */
public record GroupFields(
        String name, @Nullable String externalRef, @Nullable String alias, @Nullable String timezone) {
    public GroupFields {
        externalRef = blankToNull(externalRef);
        alias = blankToNull(alias);
        timezone = blankToNull(timezone);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

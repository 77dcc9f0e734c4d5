package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.dialect.jitsudo.policy.AccessTerms.ApprovalMode;
import io.parlance.dialect.jitsudo.policy.GoDuration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members that only the guides know, on policies and on rules. */
final class ApprovalMembers {
    static final String MODE = "approval_mode";
    static final String TIMEOUT = "approval_timeout";
    private static final int MAX_TIMEOUT = 50;
    private static final int MAX_SECONDS = 366 * 24 * 3600;

    private ApprovalMembers() {}

    static @Nullable ApprovalMode mode(Members members) {
        var word = members.optionalWord(MODE, List.of("require", "auto"));
        return word == null ? null : ApprovalMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A span as Go writes it, or a number of seconds. */
    static @Nullable String timeout(Members members) {
        JsonNode sent = members.node(TIMEOUT);
        if (sent.isNumber()) {
            return members.optionalInt(TIMEOUT, 1, MAX_SECONDS) + "s";
        }
        var text = members.optionalText(TIMEOUT, MAX_TIMEOUT);
        if (text != null
                && GoDuration.parse(text)
                        .filter(span -> span.toSeconds() <= MAX_SECONDS)
                        .isEmpty()) {
            throw members.invalid(TIMEOUT, "must be a span of time such as 24h or 1h30m, at most a year");
        }
        return text;
    }
}

package io.parlance.dialect.jitsudo.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * On which terms access is permitted. Where several policies of one priority permit it, the strictest of each counts.
 *
 * @param approvalTimeout after which an access request that nobody decided expires; null for the system's own
 * @param maxDurationSeconds longest access; the engine has denied a longer one. Null for any
 * @param defaultDurationSeconds what a request gets that names no duration; null for the system's own
 */
public record AccessTerms(
        ApprovalMode approvalMode,
        @Nullable Duration approvalTimeout,
        @Nullable Integer maxDurationSeconds,
        @Nullable Integer defaultDurationSeconds) {
    /** A person decides. */
    public static final AccessTerms DEFAULT = new AccessTerms(ApprovalMode.REQUIRE, null, null, null);

    /** What follows from a permission to have access. */
    public enum ApprovalMode {
        /** It waits for a person. */
        REQUIRE,
        /** It is approved at once. */
        AUTO
    }
}

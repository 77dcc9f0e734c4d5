package io.parlance.dialect.jitsudo.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * On which terms access is permitted. Where several policies of one priority permit it, the strictest of each counts.
 *
 * @param approvalTimeout after which an access request that nobody decided expires; null for the system's own
 * @param maxDurationSeconds longest access; the engine denies a longer one that was asked for. Null for any
 * @param defaultDurationSeconds what a request gets that names no duration; null for the system's own
 */
public record AccessTerms(
        ApprovalMode approvalMode,
        @Nullable Duration approvalTimeout,
        @Nullable Integer maxDurationSeconds,
        @Nullable Integer defaultDurationSeconds) {
    /** A person decides. */
    public static final AccessTerms DEFAULT = new AccessTerms(ApprovalMode.REQUIRE, null, null, null);

    boolean allows(@Nullable Integer durationSeconds) {
        return durationSeconds == null || maxDurationSeconds == null || durationSeconds <= maxDurationSeconds;
    }

    AccessTerms strictest(AccessTerms other) {
        return new AccessTerms(
                approvalMode == other.approvalMode ? approvalMode : ApprovalMode.REQUIRE,
                least(approvalTimeout, other.approvalTimeout),
                least(maxDurationSeconds, other.maxDurationSeconds),
                least(defaultDurationSeconds, other.defaultDurationSeconds));
    }

    private static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What follows from a permission to have access. */
    public enum ApprovalMode {
        /** It waits for a person. */
        REQUIRE,
        /** It is approved at once. */
        AUTO
    }
}

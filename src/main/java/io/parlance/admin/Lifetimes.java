package io.parlance.admin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The member {@code ttlSeconds}: 1 s to 10 years; absent or null for no end. */
final class Lifetimes {
    static final String MEMBER = "ttlSeconds";

    private static final long MAX_SECONDS = 315_360_000;

    private Lifetimes() {}

    static @Nullable Duration read(Members members) {
        return members.seconds(MEMBER, 1, MAX_SECONDS);
    }

    /** The member as it was sent, computed back. */
    static @Nullable Long seconds(Instant createdAt, @Nullable Instant expiresAt) {
        return expiresAt == null ? null : Duration.between(createdAt, expiresAt).toSeconds();
    }
}

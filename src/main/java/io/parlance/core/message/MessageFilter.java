package io.parlance.core.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Narrows a list of messages; null members do not. The interval is half-open: from {@code from}, before {@code to}. */
public record MessageFilter(
        @Nullable String dialect, @Nullable UUID threadId, @Nullable Instant from, @Nullable Instant to) {}

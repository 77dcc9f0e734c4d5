package io.parlance.core.thread;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Narrows a list of threads; null members do not. */
public record ThreadFilter(
        @Nullable String dialect, @Nullable UUID groupId, @Nullable String subjectPart, @Nullable String status) {}

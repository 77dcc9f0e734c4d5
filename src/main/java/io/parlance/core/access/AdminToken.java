package io.parlance.core.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An administrator's token as it may be shown: without its secret. */
public record AdminToken(UUID id, String name, Instant createdAt, @Nullable Instant expiresAt) {}

package io.parlance.core.audit;

import io.parlance.core.store.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one actor did to one resource.
 *
 * @param action in the words of the dialect, such as {@code request.approved}
 * @param reasoning what the actor said about it
 * @param metadata a JSON object, as text
 */
public record AuditEntry(
        UUID tenantId,
        UUID id,
        String dialect,
        Actor actor,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String reasoning,
        String metadata,
        Instant createdAt) {
    /** An entry of this moment, with neither reasoning nor metadata. */
    public static AuditEntry of(
            UUID tenantId, String dialect, Actor actor, String action, String resourceType, String resourceId) {
        return new AuditEntry(
                tenantId,
                Ids.next(),
                dialect,
                actor,
                action,
                resourceType,
                resourceId,
                null,
                "{}",
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    public AuditEntry reasoning(@Nullable String text) {
        return new AuditEntry(
                tenantId, id, dialect, actor, action, resourceType, resourceId, text, metadata, createdAt);
    }

    /** Takes a JSON object, as text. */
    public AuditEntry metadata(String json) {
        return new AuditEntry(
                tenantId, id, dialect, actor, action, resourceType, resourceId, reasoning, json, createdAt);
    }
}

package io.parlance.dialect.jitsudo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.thread.MessageThread;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What policies may know of an access that is asked for. A thread that an operator made has no resource.
 *
 * @param id of the access request; null before there is one
 * @param requesterId id or e-mail address of who asks
 * @param resourceType as the API spells it, such as {@code aws_account}
 * @param wantedAction what is to be done with the resource, such as {@code assume}
 */
public record AccessFacts(
        UUID tenantId,
        @Nullable UUID id,
        @Nullable String requesterId,
        String status,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String wantedAction,
        @Nullable Integer durationSeconds,
        boolean breakGlass) {
    /** What counts for an access whose duration nobody named. */
    public static final int DEFAULT_SECONDS = 3600;

    /** Reads them from an access request; its attributes have the members of the API's own object. */
    public static AccessFacts of(MessageThread accessRequest) {
        var attributes = Json.read(accessRequest.attributes().getBytes(StandardCharsets.UTF_8));
        var resource = attributes.path("resource");
        var duration = attributes.path("duration_seconds");
        return new AccessFacts(
                accessRequest.tenantId(),
                accessRequest.id(),
                accessRequest.requesterId(),
                accessRequest.status(),
                text(resource.path("type")),
                text(resource.path("id")),
                text(attributes.path("action")),
                duration.canConvertToInt() ? Integer.valueOf(duration.intValue()) : null,
                attributes.path("break_glass").asBoolean());
    }

    /** Whether the API knows such resources. */
    public static boolean isResourceType(String type) {
        return PolicySchema.isResourceType(type);
    }

    /** The duration that policies judge by. */
    int secondsAskedFor() {
        return durationSeconds == null ? DEFAULT_SECONDS : durationSeconds;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}

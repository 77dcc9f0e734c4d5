package io.parlance.dialect.jitsudo.policy;

import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a policy that only this dialect has, as JSON.
 *
 * @param approvalTimeout as a span of time is written in Go, such as {@code 1h30m}
 */
public record PolicyAttributes(
        int maxDurationSeconds,
        @Nullable Integer defaultDurationSeconds,
        @Nullable String notificationChannel,
        AccessTerms.@Nullable ApprovalMode approvalMode,
        @Nullable String approvalTimeout) {
    public static PolicyAttributes read(String stored) {
        return Json.bind(Json.read(stored.getBytes(StandardCharsets.UTF_8)), PolicyAttributes.class);
    }

    public String stored() {
        return Json.write(this);
    }
}

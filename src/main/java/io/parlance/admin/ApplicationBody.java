package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.tenant.Application;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An application as this API shows it. */
public record ApplicationBody(UUID id, long number, String name, JsonNode settings, Instant createdAt) {
    static ApplicationBody of(Application application) {
        return new ApplicationBody(
                application.id(),
                application.number(),
                application.name(),
                Json.read(application.settings().getBytes(StandardCharsets.UTF_8)),
                application.createdAt());
    }
}

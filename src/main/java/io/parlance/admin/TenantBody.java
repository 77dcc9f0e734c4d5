package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.tenant.Tenant;
import io.parlance.core.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as this API shows it. The slug is part of addresses and so never changes.
 *
 * @param retentionDays how long messages are kept at least; null is for ever
 */
public record TenantBody(
        UUID id, String slug, String name, String status, @Nullable Integer retentionDays, Instant createdAt) {
    private static final int MOST_DAYS = 36_500;
    private static final List<String> STATUSES = List.of(Tenants.ACTIVE, Tenants.SUSPENDED);

    static TenantBody of(Tenant tenant) {
        return new TenantBody(
                tenant.id(), tenant.slug(), tenant.name(), tenant.status(), tenant.retentionDays(), tenant.createdAt());
    }

    /** What a POST says. */
    record Request(String slug, String name, @Nullable Integer retentionDays) {
        static Request read(JsonNode body) {
            var members = Members.of(body, "slug", "name", "retentionDays");
            var request = new Request(
                    members.text("slug", Members.NAME, null),
                    members.text("name", Members.NAME, null),
                    members.optionalNumber("retentionDays", 1, MOST_DAYS, null));
            members.check();
            return request;
        }
    }

    /** The tenant after a PATCH. */
    static Tenant merge(JsonNode body, Tenant current) {
        var members = Members.of(body, "name", "status", "retentionDays");
        var name = members.text("name", Members.NAME, current.name());
        var status = members.word("status", STATUSES, current.status());
        var retentionDays = members.optionalNumber("retentionDays", 1, MOST_DAYS, current.retentionDays());
        members.check();
        return new Tenant(current.id(), current.slug(), name, status, retentionDays, current.createdAt());
    }
}

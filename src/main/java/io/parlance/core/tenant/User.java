package io.parlance.core.tenant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person of a tenant.
 *
 * @param number small integer, unique in the installation
 */
public record User(
        UUID tenantId,
        UUID id,
        long number,
        String email,
        String firstName,
        String lastName,
        List<String> userGroups,
        Instant createdAt) {
    public String displayName() {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? email : name;
    }
}

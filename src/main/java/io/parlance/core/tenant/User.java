package io.parlance.core.tenant;

import java.time.Instant;
import java.util.Collection;
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
    /** The same person, in no other than these user groups. */
    public User within(Collection<String> allowed) {
        var left = userGroups.stream().filter(allowed::contains).toList();
        return new User(tenantId, id, number, email, firstName, lastName, left, createdAt);
    }

    public String displayName() {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? email : name;
    }
}

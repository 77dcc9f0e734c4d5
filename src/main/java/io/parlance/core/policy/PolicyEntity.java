package io.parlance.core.policy;

import io.parlance.core.store.TenantRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code policy}. */
@Entity
@Table(name = "policy")
class PolicyEntity extends TenantRow {
    String name;

    @Nullable
    String description;

    boolean enabled;
    int priority;
    String attributes;
    long version;

    @Column(name = "updated_at")
    OffsetDateTime updatedAt;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected PolicyEntity() {}

    @SuppressWarnings("NullAway.Init") // by the last two lines
    PolicyEntity(UUID tenantId, UUID id, PolicyFields fields) {
        super(tenantId, id);
        apply(fields);
        updatedAt = createdAt().atOffset(ZoneOffset.UTC);
    }

    final void apply(PolicyFields fields) {
        name = fields.name();
        description = fields.description();
        enabled = fields.enabled();
        priority = fields.priority();
        attributes = fields.attributes();
        touch();
    }

    /** Counts a change of the policy or of its rules. */
    final void touch() {
        version++;
        updatedAt = Instant.now().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    Policy snapshot() {
        return new Policy(
                tenantId(),
                id(),
                new PolicyFields(name, description, enabled, priority, attributes),
                createdAt(),
                updatedAt.toInstant());
    }
}

package io.parlance.core.tenant;

import io.parlance.core.store.TenantRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code tenant_group}. */
@Entity
@Table(name = "tenant_group")
class GroupEntity extends TenantRow {
    String name;

    @Column(name = "external_ref")
    @Nullable
    String externalRef;

    @Nullable
    String alias;

    @Nullable
    String timezone;

    long number;
    String attributes;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected GroupEntity() {}

    GroupEntity(UUID tenantId, UUID id, long number, GroupFields fields, String attributes) {
        super(tenantId, id);
        this.number = number;
        this.attributes = attributes;
        this.name = fields.name();
        apply(fields);
    }

    final void apply(GroupFields fields) {
        name = fields.name();
        externalRef = fields.externalRef();
        alias = fields.alias();
        timezone = fields.timezone();
    }

    Group snapshot() {
        return new Group(tenantId(), id(), name, externalRef, alias, timezone, createdAt());
    }
}

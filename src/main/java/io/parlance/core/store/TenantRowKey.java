package io.parlance.core.store;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Primary key of a row that a tenant owns; a class with fields because JPA 3.1 knows no record keys. */
public class TenantRowKey implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final UUID NONE = new UUID(0, 0);

    private UUID tenantId;
    private UUID id;

    public TenantRowKey() {
        this(NONE, NONE);
    }

    public TenantRowKey(UUID tenantId, UUID id) {
        this.tenantId = tenantId;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantRowKey key && key.tenantId.equals(tenantId) && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, id);
    }
}

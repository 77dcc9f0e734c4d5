package io.parlance.core.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every row of a tenant has. A deleted row stays for the messages that refer to it, and is found no more. */
@MappedSuperclass
@IdClass(TenantRowKey.class)
public abstract class TenantRow {
    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "deleted_at")
    private @Nullable OffsetDateTime deletedAt;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected TenantRow() {}

    protected TenantRow(UUID tenantId, UUID id) {
        this.tenantId = tenantId;
        this.id = id;
        this.createdAt = now();
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    public void delete() {
        deletedAt = now();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}

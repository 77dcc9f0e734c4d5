package io.parlance.core.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code tenant}: the one table whose rows belong to no tenant. */
@Entity
@Table(name = "tenant")
class TenantEntity {
    @Id
    UUID id;

    String slug;
    String name;
    String status;

    @Column(name = "retention_days")
    @Nullable
    Integer retentionDays;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected TenantEntity() {}

    TenantEntity(Tenant tenant) {
        id = tenant.id();
        slug = tenant.slug();
        name = tenant.name();
        status = tenant.status();
        retentionDays = tenant.retentionDays();
        createdAt = tenant.createdAt().atOffset(ZoneOffset.UTC);
    }

    Tenant snapshot() {
        return new Tenant(id, slug, name, status, retentionDays, createdAt.toInstant());
    }
}

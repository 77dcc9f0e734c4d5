package io.parlance.core.tenant;

import io.parlance.core.store.TenantRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Row of table {@code application}. */
@Entity
@Table(name = "application")
class ApplicationEntity extends TenantRow {
    long number;
    String name;
    String settings;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected ApplicationEntity() {}

    ApplicationEntity(UUID tenantId, UUID id, long number, ApplicationFields fields) {
        super(tenantId, id);
        this.number = number;
        this.name = fields.name();
        this.settings = fields.settings();
    }

    void apply(ApplicationFields fields) {
        name = fields.name();
        settings = fields.settings();
    }

    Application snapshot() {
        return new Application(tenantId(), id(), number, name, settings, createdAt());
    }
}

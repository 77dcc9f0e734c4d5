package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parlance.core.tenant.Tenant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param owner told only where the tenant is made together with its owner
 */
public record TenantBody(
        UUID id,
        String name,
        String slug,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID owner,
        String created_at) {
    static TenantBody of(Tenant tenant, @Nullable UUID owner) {
        return new TenantBody(tenant.id(), tenant.name(), tenant.slug(), owner, WireTime.text(tenant.createdAt()));
    }
}

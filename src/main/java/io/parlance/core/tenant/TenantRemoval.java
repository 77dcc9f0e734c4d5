package io.parlance.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Removes a tenant while its clients may still be at work. It is suspended first, so that nobody new gets in, then removed;
 * what requests already under way had still stored goes in a second sweep.
 */
@ApplicationScoped
public class TenantRemoval {
    @Inject
    Tenants tenants;

    public void remove(Tenant tenant) {
        tenants.update(tenant.id(), current -> current.status(Tenants.SUSPENDED));
        tenants.delete(tenant);
        tenants.deleteRemains(tenant);
    }
}

package io.parlance.core.tenant;

import io.parlance.core.store.Sql;

/** The tenants of a database without a server around it; of these, only what needs no entity manager works. */
public final class TestTenants {
    private TestTenants() {}

    public static Tenants on(Sql sql) {
        var tenants = new Tenants();
        tenants.sql = sql;
        return tenants;
    }
}

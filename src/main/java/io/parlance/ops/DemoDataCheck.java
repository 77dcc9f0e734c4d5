package io.parlance.ops;

import io.parlance.core.doctor.Check;
import io.parlance.core.doctor.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the demo tenant is here, whose credentials everybody can read. */
@ApplicationScoped
class DemoDataCheck implements Check {
    @Inject
    Demo demo;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return "demo-data";
    }

    @Override
    public Finding run() {
        return judge(settings.demo(), demo.isProvisioned());
    }

    static Finding judge(boolean on, boolean provisioned) {
        if (on) {
            return Finding.warning(
                    "parlance.demo is true: the demo tenant's credentials are public, and this server answers on loopback"
                            + " addresses only.",
                    "For anything but a trial, set parlance.demo=false and use a fresh database.");
        }
        return provisioned
                ? Finding.failed(
                        "The demo tenant is in the database, and parlance.demo is false: who reads Parlance's sources can"
                                + " call from anywhere.",
                        "DELETE /admin/api/v1/tenants/demo?confirm=demo")
                : Finding.ok("There is no demo tenant.");
    }
}

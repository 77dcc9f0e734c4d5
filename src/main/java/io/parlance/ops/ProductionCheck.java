package io.parlance.ops;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the server was told to refuse what is unsafe. */
@ApplicationScoped
class ProductionCheck implements LocalCheck {
    @Inject
    Settings settings;

    @Override
    public String name() {
        return "production-mode";
    }

    @Override
    public Finding run() {
        return settings.production()
                ? Finding.ok("parlance.production is true.")
                : Finding.warning(
                        "parlance.production is false: the server would start without a master key, and with the demo"
                                + " tenant.",
                        "Set parlance.production=true where others depend on this server.");
    }
}

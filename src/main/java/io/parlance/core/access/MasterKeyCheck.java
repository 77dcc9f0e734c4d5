package io.parlance.core.access;

import io.parlance.core.config.CoreKey;
import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the master key is the administrator's own. */
@ApplicationScoped
class MasterKeyCheck implements LocalCheck {
    @Inject
    MasterKey masterKey;

    @Override
    public String name() {
        return "master-key";
    }

    @Override
    public Finding run() {
        return masterKey.isConfigured()
                ? Finding.ok("parlance.master-key is set.")
                : Finding.warning(
                        "parlance.master-key is not set: a key that was made at the first start lies in the database, where"
                                + " it protects nothing from those who read the database or a backup of it.",
                        "Set one of at least "
                                + CoreKey.MASTER_KEY.facts().type().least()
                                + " characters on all nodes, such as openssl rand"
                                + " -base64 48 makes. JWTs of people that were issued before end with it.");
    }
}

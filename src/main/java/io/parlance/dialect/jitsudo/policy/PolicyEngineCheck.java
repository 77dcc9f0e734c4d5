package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the native policy engine works on this machine. */
@ApplicationScoped
class PolicyEngineCheck implements LocalCheck {
    @Inject
    CedarLibrary library;

    @Override
    public String name() {
        return "policy-engine";
    }

    @Override
    public Finding run() {
        return judge(library.isLoaded());
    }

    static Finding judge(boolean loaded) {
        return loaded
                ? Finding.ok("The native policy engine is loaded.")
                : Finding.failed(
                        "The native policy engine is not loaded: JITSudo refuses what needs a decision (503).",
                        "It needs Linux with glibc, macOS or Windows, and a directory for temporary files that may hold"
                                + " programs; parlance.policy.native-directory names another.");
    }
}

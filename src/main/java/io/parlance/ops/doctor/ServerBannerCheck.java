package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether answers name the server product and its version. */
@ApplicationScoped
class ServerBannerCheck implements LocalCheck {
    @Inject
    OwnListener own;

    @Override
    public String name() {
        return "server-banner";
    }

    @Override
    public Finding run() {
        return own.ask("GET").map(answer -> judge(answer.banner())).orElse(OwnListener.UNSEEN);
    }

    static Finding judge(String banner) {
        return banner.isEmpty()
                ? Finding.ok("Answers do not name the server.")
                : Finding.warning(
                        "Answers name the server (" + banner + "), which tells attackers what to try.",
                        "Run the script in server-config for this server: it switches the headers Server and X-Powered-By"
                                + " off.");
    }
}

package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether TRACE echoes what it was sent, credentials included. */
@ApplicationScoped
class TraceMethodCheck implements LocalCheck {
    @Inject
    OwnListener own;

    @Override
    public String name() {
        return "trace-method";
    }

    @Override
    public Finding run() {
        return own.ask("TRACE").map(answer -> judge(answer.status())).orElse(OwnListener.UNSEEN);
    }

    static Finding judge(int status) {
        return status >= 400
                ? Finding.ok("TRACE is refused.")
                : Finding.warning(
                        "TRACE is answered by " + status + ": it may echo headers, tokens included.",
                        "Run the script in server-config for this server: it switches TRACE off.");
    }
}

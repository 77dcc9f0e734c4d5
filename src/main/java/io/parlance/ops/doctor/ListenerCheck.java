package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import io.parlance.rest.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whether other machines can reach this server directly, past the proxy with its TLS. */
@ApplicationScoped
class ListenerCheck implements LocalCheck {
    @Inject
    Transport transport;

    @Override
    public String name() {
        return "listener";
    }

    @Override
    public Finding run() {
        return transport
                .listener()
                .map(listener -> judge(listener, OwnListener.openAddresses(listener)))
                .orElse(OwnListener.UNSEEN);
    }

    static Finding judge(Transport.Listener listener, List<String> open) {
        if (open.isEmpty()) {
            return Finding.ok("Port " + listener.port() + " is open to this machine only.");
        }
        var text = "Port " + listener.port() + " is open to other machines, at " + String.join(", ", open);
        return listener.tls()
                ? Finding.ok(text + ", with TLS.")
                : Finding.warning(
                        text + ", without TLS.",
                        "Listen on 127.0.0.1 (parlance.host on Payara Micro, -b on WildFly) behind a proxy on this machine,"
                                + " or shut the port for all but the proxy by a firewall.");
    }
}

package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import io.parlance.rest.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether what clients send, credentials above all, is encrypted on its way: as far as requests show it. */
@ApplicationScoped
class TlsCheck implements LocalCheck {
    @Inject
    Transport transport;

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Finding run() {
        return judge(transport.seen());
    }

    static Finding judge(Transport.Seen seen) {
        if (seen.clearFromElsewhere()) {
            return Finding.failed(
                    "Within the last hour credentials came from other machines without TLS, or through a proxy that does not say it had TLS:"
                            + " everybody on the way can read them.",
                    "Put a proxy in front that speaks TLS and sets X-Forwarded-Proto, and let this server listen on loopback"
                            + " or on a network of the proxy's own.");
        }
        if (seen.encrypted()) {
            return Finding.ok(
                    seen.forwarded()
                            ? "Requests came through a proxy that says it speaks TLS."
                            : "Requests came over TLS to this server itself.");
        }
        return seen.forwarded() ? clearBehindAProxy() : untold();
    }

    private static Finding clearBehindAProxy() {
        return Finding.warning(
                "Within the last hour credentials came through a proxy on this machine that says it had no TLS: everybody on the"
                        + " way to it can read them, unless its clients are on this machine, too.",
                "Let the proxy speak TLS (server-config/haproxy/install.sh -b), or serve this machine only.");
    }

    private static Finding untold() {
        return Finding.unknown(
                "Within the last hour credentials came from this machine only and none told of TLS: whether a proxy in front speaks it cannot be seen"
                        + " from here.",
                "Let the proxy set X-Forwarded-Proto, so that this can be told.");
    }
}

package io.parlance.ops.health;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the start-up is, or the shutdown. */
@ApplicationScoped
public class ServerState {
    private volatile boolean started;
    private volatile boolean stopping;

    /** All that has to be done before the first request is done. */
    public void started() {
        started = true;
    }

    /** From now on balancers should send requests elsewhere. */
    public void stopping() {
        stopping = true;
    }

    boolean hasStarted() {
        return started;
    }

    boolean serves() {
        return started && !stopping;
    }
}

package io.parlance.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What all requests share and none may use up. A request is either arriving or in flight, never both, so that any number of
 * slow bodies leaves the places of those that can be worked on alone.
 */
@ApplicationScoped
class IntakeBounds {
    /** As much memory for what parsing makes of bodies as for bodies still on their way, twice. */
    static final int WORK_PER_ARRIVING = 2;

    @Inject
    IntakeLimits limits;

    private Bound arriving = new Bound(0);
    private Bound arrivingBytes = new Bound(0);
    private Bound inFlight = new Bound(0);
    private Bound workingBytes = new Bound(0);
    private Bound files = new Bound(0);

    @PostConstruct
    void open() {
        arriving = new Bound(limits.maxArriving());
        arrivingBytes = new Bound(limits.budget());
        inFlight = new Bound(limits.maxInFlight());
        workingBytes = new Bound(WORK_PER_ARRIVING * limits.budget());
        files = new Bound(limits.maxAttachments());
    }

    /** Requests whose body has not arrived yet, or was refused and is being answered. */
    Bound arriving() {
        return arriving;
    }

    /** Bytes that these have sent so far. */
    Bound arrivingBytes() {
        return arrivingBytes;
    }

    /** Requests that are being worked on, until the answer is complete. */
    Bound inFlight() {
        return inFlight;
    }

    /** Memory that these may need for their bodies and all that is made of them. */
    Bound workingBytes() {
        return workingBytes;
    }

    /** Bodies that are kept in files. */
    Bound files() {
        return files;
    }
}

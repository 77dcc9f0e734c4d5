package io.parlance.rest;

import io.parlance.core.access.Presented;
import io.parlance.core.access.Verdict;
import jakarta.security.enterprise.credential.Credential;

/** Carries what a request presented to the realm's identity store, and the store's verdict with its reason back. */
public final class CallerCredential implements Credential {
    private final Presented presented;
    private Verdict verdict = Verdict.MISSING;

    public CallerCredential(Presented presented) {
        this.presented = presented;
    }

    public Presented presented() {
        return presented;
    }

    public Verdict verdict() {
        return verdict;
    }

    public void verdict(Verdict found) {
        verdict = found;
    }
}

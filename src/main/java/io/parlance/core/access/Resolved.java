package io.parlance.core.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A secret looked up in the store; both null where it is unknown or its owner is gone. */
record Resolved(@Nullable Credential credential, @Nullable Caller caller) {
    static final Resolved UNKNOWN = new Resolved(null, null);

    Verdict verdict(Instant now) {
        if (credential == null || caller == null || credential.revoked(now)) {
            return Verdict.INVALID;
        }
        return credential.expired(now) ? Verdict.EXPIRED : new Verdict.Granted(caller);
    }
}

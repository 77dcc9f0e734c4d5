package io.parlance.dialect.mews;

import io.parlance.core.access.Caller;
import java.util.UUID;

/** An application whose tokens are good and which may send this request. */
record MewsCaller(Caller caller, ApplicationSettings settings) {
    UUID tenantId() {
        return caller.tenantId();
    }

    UUID applicationId() {
        return caller.requireApplication().id();
    }
}

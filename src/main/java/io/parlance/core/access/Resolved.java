package io.parlance.core.access;

import io.parlance.core.tenant.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret looked up in the store; credential and caller are null where it is unknown or its owner is gone.
 *
 * @param kind what the secret is; not that of the credential where it is a token that was issued for one
 * @param expiresAt null for no end
 */
record Resolved(
        @Nullable Credential credential,
        @Nullable Caller caller,
        @Nullable CredentialKind kind,
        @Nullable Instant expiresAt) {
    static final Resolved UNKNOWN = new Resolved(null, null, null, null);

    static Resolved of(Credential credential, Caller caller) {
        return new Resolved(credential, caller, credential.kind(), credential.expiresAt());
    }

    /** What a token is that was issued for this credential: revoked with it, and expired at the latest when it is. */
    Resolved lending(ShortLivedSecret token) {
        var end = expiresAt != null && expiresAt.isBefore(token.expiresAt()) ? expiresAt : token.expiresAt();
        return new Resolved(credential, caller, token.kind(), end);
    }

    /** What a token is by which this client speaks as a person. */
    Resolved speakingAs(User user, ShortLivedSecret token) {
        if (credential == null || caller == null) {
            return UNKNOWN;
        }
        return new Resolved(credential, caller.as(user, token.kind()), kind, expiresAt).lending(token);
    }

    Verdict verdict(Instant now) {
        if (credential == null || caller == null || credential.revoked(now)) {
            return Verdict.INVALID;
        }
        return expiresAt != null && !expiresAt.isAfter(now) ? Verdict.EXPIRED : new Verdict.Granted(caller);
    }
}

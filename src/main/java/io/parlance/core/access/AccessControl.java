package io.parlance.core.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Decides whether a presented credential is good, and whose it is. Thread-safe; the hot path touches no database. */
@ApplicationScoped
public class AccessControl {
    @Inject
    AdminTokens adminTokens;

    @Inject
    CallerDirectory directory;

    @Inject
    SignedTokens signedTokens;

    @Inject
    LastUsed lastUsed;

    public Verdict check(Presented presented) {
        var verdict = classify(presented);
        if (verdict instanceof Verdict.Granted granted) {
            lastUsed.note(granted.caller());
        }
        return verdict;
    }

    private Verdict classify(Presented presented) {
        if (presented instanceof Presented.Token token) {
            return token(token);
        }
        if (presented instanceof Presented.SignedToken signed) {
            return signedTokens.verify(signed.text(), directory);
        }
        if (presented instanceof Presented.TokenPair pair) {
            return pair(pair);
        }
        if (presented instanceof Presented.Client client) {
            return client(client);
        }
        return Verdict.MISSING;
    }

    private Verdict token(Presented.Token token) {
        if (token.kinds().contains(CredentialKind.ADMIN)) {
            return adminTokens.check(token.text());
        }
        if (token.kinds().stream().noneMatch(kind -> Secret.wellFormed(kind, token.text()))) {
            return Verdict.INVALID;
        }
        return ofKind(token.text(), token.kinds());
    }

    private Verdict client(Presented.Client client) {
        var verdict = ofKind(client.secret(), Set.of(CredentialKind.OAUTH_CLIENT));
        var known = verdict instanceof Verdict.Granted
                ? directory.bySecret(client.secret()).credential()
                : null;
        return known == null || client.id().equals(known.clientId()) ? verdict : Verdict.INVALID;
    }

    /** Both must be good and belong to the same application. */
    private Verdict pair(Presented.TokenPair pair) {
        var client = ofKind(pair.clientToken(), Set.of(CredentialKind.CLIENT_TOKEN));
        if (!(client instanceof Verdict.Granted clientGranted)) {
            return client;
        }
        var access = ofKind(pair.accessToken(), Set.of(CredentialKind.ACCESS_TOKEN));
        if (!(access instanceof Verdict.Granted granted)) {
            return access;
        }
        if (!sameApplication(clientGranted.caller(), granted.caller())) {
            return Verdict.INVALID;
        }
        lastUsed.note(clientGranted.caller());
        return access;
    }

    private static boolean sameApplication(Caller client, Caller access) {
        return client.tenantId().equals(access.tenantId())
                && client.requireApplication()
                        .id()
                        .equals(access.requireApplication().id());
    }

    private Verdict ofKind(String secret, Set<CredentialKind> kinds) {
        if (kinds.stream().noneMatch(kind -> Secret.wellFormed(kind, secret))) {
            return Verdict.INVALID; // costs no query
        }
        var found = directory.bySecret(secret);
        boolean otherKind = found.kind() != null && !kinds.contains(found.kind());
        return otherKind ? Verdict.INVALID : found.verdict(Instant.now(Clock.systemUTC()));
    }
}

package io.parlance.core.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.UUID;

/** Finds who stands behind a secret or a credential id, remembered for a moment. */
@ApplicationScoped
class CallerDirectory {
    @Inject
    KnownCallers known;

    @Inject
    CallerRows rows;

    Resolved bySecret(String secret) {
        var hash = Secret.sha256(secret);
        return known.get(HexFormat.of().formatHex(hash), () -> load(secret, hash));
    }

    private Resolved load(String secret, byte[] hash) {
        if (Secret.wellFormed(CredentialKind.OAUTH_TOKEN, secret)) {
            return rows.byAccessToken(hash);
        }
        return Secret.wellFormed(CredentialKind.PERSON_TOKEN, secret) ? rows.byPersonToken(hash) : rows.bySecret(hash);
    }

    Resolved byId(UUID tenantId, UUID id) {
        return known.get(tenantId + "/" + id, () -> rows.byId(tenantId, id));
    }
}

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
        boolean issued = Secret.wellFormed(CredentialKind.OAUTH_TOKEN, secret);
        return known.get(HexFormat.of().formatHex(hash), () -> issued ? rows.byAccessToken(hash) : rows.bySecret(hash));
    }

    Resolved byId(UUID tenantId, UUID id) {
        return known.get(tenantId + "/" + id, () -> rows.byId(tenantId, id));
    }
}

package io.parlance.dialect.jitsudo;

import io.parlance.core.access.IssuedCredential;
import java.util.UUID;

/**
 * A new API key.
 *
 * @param key what goes into {@code X-API-Key}; shown this once
 */
record ApiKeyBody(UUID id, UUID tenant_id, String name, String kind, String key, String created_at) {
    static ApiKeyBody of(IssuedCredential issued, CreateApiKeyRequest wish) {
        var credential = issued.credential();
        return new ApiKeyBody(
                credential.id(),
                credential.tenantId(),
                wish.name(),
                wish.kind(),
                issued.secret(),
                WireTime.text(credential.createdAt()));
    }
}

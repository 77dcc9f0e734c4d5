package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.NewCredential;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Body that asks for a person's token: {@code {"kind": "bearer" | "jwt", "ttlSeconds"?}}. A jwt always ends. */
final class UserTokenRequests {
    static final String BEARER = "bearer";
    static final String JWT = "jwt";

    private static final Duration JWT_LIFETIME = Duration.ofHours(1);

    private UserTokenRequests() {}

    static NewCredential read(JsonNode body, UUID userId) {
        var members = Members.of(body, "kind", Lifetimes.MEMBER);
        var kind = members.word("kind", List.of(BEARER, JWT), null);
        var timeToLive = Lifetimes.read(members);
        members.check();
        if (kind.equals(BEARER)) {
            return NewCredential.ofUser(CredentialKind.USER_BEARER, userId, timeToLive);
        }
        return NewCredential.ofUser(CredentialKind.USER_JWT, userId, timeToLive == null ? JWT_LIFETIME : timeToLive);
    }
}

package io.parlance.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.AdminToken;
import io.parlance.core.access.AdminTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator's token as this API shows it.
 *
 * @param token the secret, written once, in the answer that made it
 */
public record AdminTokenBody(
        UUID id,
        String name,
        @Nullable Long ttlSeconds,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    static AdminTokenBody of(AdminToken token) {
        return of(token, null);
    }

    static AdminTokenBody of(AdminTokens.Issued issued) {
        return of(issued.token(), issued.secret());
    }

    private static AdminTokenBody of(AdminToken token, @Nullable String secret) {
        return new AdminTokenBody(
                token.id(),
                token.name(),
                Lifetimes.seconds(token.createdAt(), token.expiresAt()),
                token.expiresAt(),
                token.createdAt(),
                secret);
    }

    /** What a POST says. */
    record Request(String name, @Nullable Duration timeToLive) {
        static Request read(JsonNode body) {
            var members = Members.of(body, "name", Lifetimes.MEMBER);
            var request = new Request(members.text("name", Members.NAME, null), Lifetimes.read(members));
            members.check();
            return request;
        }
    }
}

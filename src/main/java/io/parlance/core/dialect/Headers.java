package io.parlance.core.dialect;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Presented;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of a request, by name in any case. */
@FunctionalInterface
public interface Headers {
    @Nullable
    String first(String name);

    /** The token of an {@code Authorization: Bearer} header (scheme in any case), or null where there is no such. */
    default @Nullable String bearerToken() {
        var header = first("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        var token = header.substring(7).strip();
        return token.isEmpty() ? null : token;
    }

    /** A bearer token of a person, opaque or signed. */
    default Presented personToken() {
        return personToken(Set.of(CredentialKind.USER_BEARER));
    }

    /** The same, where an opaque one may be of several kinds; only a JWT has two dots. */
    default Presented personToken(Set<CredentialKind> opaque) {
        var token = bearerToken();
        if (token == null) {
            return new Presented.None();
        }
        boolean signed = token.chars().filter(character -> character == '.').count() == 2;
        return signed ? new Presented.SignedToken(token) : new Presented.Token(token, opaque);
    }
}

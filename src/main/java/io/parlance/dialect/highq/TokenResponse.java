package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import io.parlance.core.access.PersonGrants;
import org.jspecify.annotations.Nullable;

/**
 * The documented answer, in the document's order. What is said of a refresh token is left out where there is none.
 *
 * @param refresh_token_expires_in seen by clients, not in the document
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JacksonXmlRootElement(localName = "TokenResponse")
record TokenResponse(
        String access_token,
        long expires_in,
        @Nullable String refresh_token,
        @Nullable Long refresh_token_expires_in,
        String token_type,
        String useremail) {
    static TokenResponse of(PersonGrants.Tokens tokens) {
        return new TokenResponse(
                tokens.accessToken(),
                tokens.lifetime().toSeconds(),
                tokens.refreshToken(),
                tokens.refreshToken() == null ? null : PersonGrants.REFRESH_LIFETIME.toSeconds(),
                "bearer",
                tokens.user().email());
    }
}

package io.parlance.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.IssuedCredential;
import org.jspecify.annotations.Nullable;

/** A new credential with its secret, under the name its kind gives it; it is shown this once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuedCredentialBody(
        @JsonUnwrapped CredentialBody credential, @Nullable String token, @Nullable String clientSecret) {

    static IssuedCredentialBody of(IssuedCredential issued) {
        var body = CredentialBody.of(issued.credential());
        return issued.credential().kind() == CredentialKind.OAUTH_CLIENT
                ? new IssuedCredentialBody(body, null, issued.secret())
                : new IssuedCredentialBody(body, issued.secret(), null);
    }
}

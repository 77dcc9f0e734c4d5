package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Presented;

/** Finds the credential in a body: the members every request of this API has. */
final class BodyTokens {
    private BodyTokens() {}

    /** Refuses a body that is no object as {@code Invalid JSON}: it has the syntax but not the form of any request. */
    static Presented.TokenPair read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidParameter("JSON");
        }
        var clientToken = Members.requiredText(body, "ClientToken");
        var accessToken = Members.requiredText(body, "AccessToken");
        Members.requiredText(body, "Client");
        return new Presented.TokenPair(clientToken, accessToken);
    }
}

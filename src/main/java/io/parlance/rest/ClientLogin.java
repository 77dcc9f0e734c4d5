package io.parlance.rest;

import io.parlance.core.access.Presented;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How a client says who it is when it asks for a token: in the form, or by HTTP Basic, but not by both (RFC 6749, 2.3). */
public final class ClientLogin {
    private static final String SCHEME = "Basic ";
    public static final String ID = "client_id";
    public static final String SECRET = "client_secret";

    private ClientLogin() {}

    /** Whether a client used the header, to which 401 and a challenge are an answer. */
    public static boolean isBasic(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    public static Presented read(FormFields form, @Nullable String authorization) {
        var id = form.text(ID);
        var secret = form.text(SECRET);
        if (authorization == null || !isBasic(authorization)) {
            return id == null || secret == null ? new Presented.None() : new Presented.Client(id, secret);
        }
        var client = decode(authorization.substring(SCHEME.length()).strip());
        if (secret != null || (id != null && !id.equals(client.id()))) {
            throw TokenError.INVALID_REQUEST.fault();
        }
        return client;
    }

    /** Id and secret are form-encoded before they are joined; what cannot be read is nobody's. */
    private static Presented.Client decode(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? new Presented.Client(pair, "")
                    : new Presented.Client(formDecode(pair.substring(0, colon)), formDecode(pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return new Presented.Client("", "");
        }
    }

    private static String formDecode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

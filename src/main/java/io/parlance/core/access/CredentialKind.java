package io.parlance.core.access;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of credentials, with the name the admin API gives them and the prefix of their tokens. */
public enum CredentialKind {
    /** Bearer token of an application, optionally limited to some groups. */
    BEARER("bearer", "plb"),
    /** Client id and secret, exchanged for tokens. */
    OAUTH_CLIENT("oauth-client", "plo"),
    /** Access token that an {@link #OAUTH_CLIENT} got; it lives for an hour and is no row of the credentials. */
    OAUTH_TOKEN("oauth-token", "plt"),
    /** Link that a person may open once; no row of the credentials either. */
    ONE_TIME_LINK("one-time-link", "pll"),
    /** What a client gets when a person lets it act in their name; exchanged once for tokens. No row of the credentials. */
    AUTHORIZATION_CODE("authorization-code", "plc"),
    /** Access token by which a client acts as a person; no row of the credentials. */
    PERSON_TOKEN("person-token", "plp"),
    /** Exchanged once for the next {@link #PERSON_TOKEN}; no row of the credentials. */
    REFRESH_TOKEN("refresh-token", "plr"),
    /** Identifies an application in a request body; one per application. */
    CLIENT_TOKEN("client-token", ""),
    /** Identifies an application's connection to one group, or to several. */
    ACCESS_TOKEN("access-token", ""),
    /** Key of an application sent in a header of its own. */
    API_KEY("api-key", "plk"),
    /** Bearer token that acts as a person. */
    USER_BEARER("user-bearer", "plu"),
    /** Signed token (JWT) that acts as a person; only its id is stored. */
    USER_JWT("user-jwt", ""),
    /** Token of an administrator of the installation. */
    ADMIN("admin", "pla");

    private final String wireName;
    private final String prefix;

    CredentialKind(String wireName, String prefix) {
        this.wireName = wireName;
        this.prefix = prefix;
    }

    public String wireName() {
        return wireName;
    }

    /** Start of our own token shape; empty where the vendor's shape counts. */
    String prefix() {
        return prefix;
    }

    public static Optional<CredentialKind> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}

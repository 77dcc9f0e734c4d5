package io.parlance.core.access;

import java.util.Set;

/** The credential that a request carries, as a dialect found it, before anybody checked it. */
public sealed interface Presented {
    /** No credential at all, or none of a form the dialect documents. */
    record None() implements Presented {}

    /** An opaque token and the kinds it may be. */
    record Token(String text, Set<CredentialKind> kinds) implements Presented {}

    /** A signed token of a person (JWT, compact form). */
    record SignedToken(String text) implements Presented {}

    /** A client id with the secret of the same client. */
    record Client(String id, String secret) implements Presented {}

    /** A client token with the access token of the same application. */
    record TokenPair(String clientToken, String accessToken) implements Presented {}
}

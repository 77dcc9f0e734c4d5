package io.parlance.core.access;

/** A credential together with its secret, which is shown this once and stored only as a hash. */
public record IssuedCredential(Credential credential, String secret) {}

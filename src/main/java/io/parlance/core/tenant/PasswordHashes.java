package io.parlance.core.tenant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes passwords by PBKDF2. Slow on purpose: ask before anything holds a connection or a row. */
@ApplicationScoped
class PasswordHashes {
    @Inject
    Pbkdf2PasswordHash algorithm;

    private String ofNobody = "";

    @PostConstruct
    void strengthen() {
        algorithm.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256", "Pbkdf2PasswordHash.Iterations", "210000"));
        ofNobody = make("nobody");
    }

    String make(String password) {
        return algorithm.generate(password.toCharArray());
    }

    boolean matches(String password, String hash) {
        return algorithm.verify(password.toCharArray(), hash);
    }

    /** Takes as long as {@link #matches}. */
    void matchNothing(String password) {
        algorithm.verify(password.toCharArray(), ofNobody);
    }
}

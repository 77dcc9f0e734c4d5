package io.parlance.core.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key from which all others are derived: {@code parlance.master-key}, or one that was made at the first start and lies
 * in the database, which protects nothing against somebody who reads the database.
 */
@ApplicationScoped
public class MasterKey {
    public static final int MIN_LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    @ConfigProperty(name = "parlance.master-key")
    Optional<String> configured;

    @Inject
    StoredMasterKey stored;

    private volatile byte[] key = {};

    /** A key of 256 bits for one purpose; the same purpose always gives the same key. */
    byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private byte[] key() {
        if (key.length == 0) {
            key = configured.orElseGet(() -> stored.value()).getBytes(StandardCharsets.UTF_8);
        }
        return key;
    }
}

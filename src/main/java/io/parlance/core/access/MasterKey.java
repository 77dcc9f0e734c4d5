package io.parlance.core.access;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key from which all others are derived: {@code parlance.master-key}, or one that was made at the first start and lies
 * in the database, which protects nothing against somebody who reads the database.
 */
@ApplicationScoped
public class MasterKey {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    Configuration configuration;

    @Inject
    StoredMasterKey stored;

    private volatile byte[] key = {};

    boolean isConfigured() {
        return configuration.find(CoreKey.MASTER_KEY).isPresent();
    }

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
            key = configuration
                    .find(CoreKey.MASTER_KEY)
                    .orElseGet(() -> stored.value())
                    .getBytes(StandardCharsets.UTF_8);
        }
        return key;
    }
}

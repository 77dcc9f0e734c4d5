package io.parlance.core.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what must not lie readable in the database, by AES-256-GCM under a key derived from the master key. */
@ApplicationScoped
public class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Inject
    MasterKey masterKey;

    private final SecureRandom random = new SecureRandom();

    /** The nonce, then the sealed text. */
    public byte[] seal(byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what {@link #seal} made; fails where another master key sealed it. */
    public byte[] open(byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var text = new byte[buffer.remaining()];
        buffer.get(text);
        return run(Cipher.DECRYPT_MODE, nonce, text);
    }

    /** Opens what came back from outside; empty if it is none of ours. */
    public Optional<byte[]> recognise(byte[] sealed) {
        try {
            return sealed.length < NONCE_BYTES ? Optional.empty() : Optional.of(open(sealed));
        } catch (IllegalStateException forged) {
            return Optional.empty();
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(masterKey.derive("vault"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not sealed under this parlance.master-key", e);
        }
    }
}

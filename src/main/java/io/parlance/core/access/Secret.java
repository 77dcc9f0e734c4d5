package io.parlance.core.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Makes and recognises token texts. Our own shape is {@code plb_} + 38 characters of 192 random bits + 7 characters of
 * CRC-32 (base 36), so that a mistyped token costs no query; the other shape is 32 + 31 hexadecimal digits with a dash.
 */
public final class Secret {
    private static final int RANDOM_BYTES = 24;
    private static final int BODY_LENGTH = 38;
    private static final int CHECK_LENGTH = 7;
    private static final int RADIX = 36;
    private static final Pattern VENDOR_SHAPE = Pattern.compile("[0-9A-F]{32}-[0-9A-F]{31}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    public static String random(CredentialKind kind) {
        var bytes = new byte[kind.prefix().isEmpty() ? 32 : RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return text(kind, bytes);
    }

    /** The same secret for the same phrase: for the demo tenant only, whose secrets are no secret. */
    public static String wellKnown(CredentialKind kind, String phrase) {
        var bytes = sha256(phrase);
        return text(kind, kind.prefix().isEmpty() ? bytes : Arrays.copyOf(bytes, RANDOM_BYTES));
    }

    /** The same secret for the same key material, of which the first 192 bits count. */
    static String derived(CredentialKind kind, byte[] key) {
        return text(kind, Arrays.copyOf(key, RANDOM_BYTES));
    }

    /** Whether the text can be a token of this kind; true says nothing about its being known. */
    public static boolean wellFormed(CredentialKind kind, String token) {
        var start = kind.prefix() + "_";
        if (kind.prefix().isEmpty()) {
            return VENDOR_SHAPE.matcher(token).matches();
        }
        return token.length() == start.length() + BODY_LENGTH + CHECK_LENGTH
                && token.startsWith(start)
                && token.endsWith(check(token.substring(0, token.length() - CHECK_LENGTH)));
    }

    public static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String text(CredentialKind kind, byte[] bytes) {
        if (kind.prefix().isEmpty()) {
            var hex = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
            return hex.substring(0, 32) + "-" + hex.substring(32, 63);
        }
        var body = kind.prefix() + "_" + padded(new BigInteger(1, bytes).toString(RADIX), BODY_LENGTH);
        return body + check(body);
    }

    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return padded(Long.toString(crc.getValue(), RADIX), CHECK_LENGTH);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }
}

package io.parlance.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first admin token of a local run: from the environment, or generated once and kept in a file of the data
 * directory.
 *
 * @param file where a generated token is kept; null if it came from the environment
 */
record AdminToken(String value, @Nullable Path file) {
    static final String VARIABLE = "PARLANCE_ADMIN_TOKEN";
    private static final int RANDOM_BYTES = 24;

    static AdminToken from(Map<String, String> environment, Path directory) {
        var given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return new AdminToken(given, null);
        }
        var file = directory.resolve("admin-token");
        return new AdminToken(Files.exists(file) ? read(file) : generate(file), file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generate(Path file) {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        var token = "padm_" + HexFormat.of().formatHex(bytes);
        try {
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.writeString(file, token + "\n");
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

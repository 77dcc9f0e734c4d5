package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
    @TempDir
    Path directory;

    @Test
    void prefersTheEnvironment() {
        var token = AdminToken.from(Map.of("PARLANCE_ADMIN_TOKEN", "from-the-environment"), directory);
        assertThat(token.value()).isEqualTo("from-the-environment");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void keepsTheGeneratedOneForTheOwnerOnly() throws IOException {
        var token = AdminToken.from(Map.of(), directory);
        assertThat(token.value()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(AdminToken.from(Map.of(), directory)).isEqualTo(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token.file())))
                .isEqualTo("rw-------");
    }
}

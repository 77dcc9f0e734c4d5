package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSetupTest {
    @Test
    void keepsSecretsOutOfTheProcessList() {
        var settings = Map.of("parlance.master-key", "secret", "parlance.demo", "true");
        var setup = ServerSetup.of(Path.of("x"), "127.0.0.1", 1, settings);
        assertThat(setup.systemProperties()).containsExactly("-Dparlance.demo=true");
        assertThat(setup.environment()).containsExactly(Map.entry("PARLANCE_MASTER_KEY", "secret"));
    }
}

package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {
    @Test
    void listensOnLoopbackPort8080UnlessTold() {
        var options = LaunchOptions.from(new Properties());
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.data()).isEqualTo(BuildFiles.project().resolve(".parlance"));
    }

    @Test
    void passesOnlyTheSettingsOfTheServerOn() {
        var options = LaunchOptions.from(properties("parlance.data", "d", "parlance.limit", "7", "other", "x"));
        assertThat(options.settings()).containsOnlyKeys("parlance.limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "host.invalid"})
    void refusesOtherAddressesThanLoopback(String host) {
        assertThatThrownBy(() -> LaunchOptions.from(properties("parlance.host", host)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("parlance.host")
                .hasMessageContaining(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> LaunchOptions.from(properties("parlance.port", port)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("parlance.port");
    }

    private static Properties properties(String... pairs) {
        var properties = new Properties();
        for (var i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }
}

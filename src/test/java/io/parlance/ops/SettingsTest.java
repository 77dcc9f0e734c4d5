package io.parlance.ops;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.config.TestConfiguration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String MASTER_KEY = "a master key of thirty-two letters";

    @Test
    void allowsTheDemoTenantOnLoopback() {
        assertThatCode(settings("parlance.demo", "true", "parlance.host", "::1")::check)
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheDemoTenantElsewhere() {
        assertThatThrownBy(settings("parlance.demo", "true", "parlance.host", "192.0.2.1")::check)
                .hasMessage("Parlance does not start: parlance.demo is true and parlance.host is 192.0.2.1;"
                        + " the demo tenant runs on a loopback address only.");
    }

    @Test
    void refusesTheDemoTenantInProduction() {
        assertThatThrownBy(
                        settings(
                                "parlance.demo",
                                "true",
                                "parlance.production",
                                "true",
                                "parlance.master-key",
                                MASTER_KEY)::check)
                .hasMessage("Parlance does not start: parlance.demo and parlance.production are both true;"
                        + " the demo tenant's credentials are public, so set one of them to false.");
    }

    @Test
    void refusesProductionWithoutAMasterKey() {
        assertThatThrownBy(settings("parlance.production", "true")::check)
                .hasMessage("Parlance does not start: parlance.production is true without parlance.master-key;"
                        + " set it to at least 32 characters.");
    }

    @Test
    void allowsProductionWithAMasterKey() {
        assertThatCode(settings("parlance.production", "true", "parlance.master-key", MASTER_KEY)::check)
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAPublicAddressWithAPath() {
        assertThatThrownBy(settings("parlance.public-url", "https://hub.example.org/parlance")::check)
                .hasMessageContaining("write it as https://hub.example.org");
        assertThatCode(settings("parlance.public-url", "https://hub.example.org:8443/")::check)
                .doesNotThrowAnyException();
    }

    private static Settings settings(String... pairs) {
        var settings = new Settings();
        settings.configuration = TestConfiguration.of(pairs);
        return settings;
    }
}

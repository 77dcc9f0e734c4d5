package io.parlance.dialect.travtus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.limit.BurstLimit.Rate;
import io.parlance.core.tenant.Application;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSettingsTest {
    @Test
    void areTheDocumentedOnesUnlessSaidOtherwise() {
        assertThat(read("{}")).isEqualTo(read("{\"mews.senderFormat\": \"object\"}"));
        assertThat(read("{}").strict()).isFalse();
        assertThat(read("{}").rate()).isEqualTo(new Rate("travtus request", 10_000, 5_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\""})
    void areStrictWhereAsked(String value) {
        assertThat(read("{\"travtus.strict-v2\": " + value + "}").strict()).isTrue();
    }

    @Test
    void limitAsTold() {
        assertThat(read("{\"rateLimit\": 1}").rate()).isEqualTo(new Rate("travtus request", 1, 1));
        assertThat(read("{\"rateLimit\": \"5\"}").rate()).isEqualTo(new Rate("travtus request", 5, 2));
        assertThat(read("{\"rateLimit\": 0}").limited()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"many\"", "99999999999"})
    void limitAsDocumentedWhereTheSettingMakesNoSense(String value) {
        assertThat(read("{\"rateLimit\": " + value + "}").rate()).isEqualTo(new Rate("travtus request", 10_000, 5_000));
    }

    private static ApplicationSettings read(String settings) {
        return ApplicationSettings.of(
                new Application(UUID.randomUUID(), UUID.randomUUID(), 1, "client", settings, Instant.EPOCH));
    }
}

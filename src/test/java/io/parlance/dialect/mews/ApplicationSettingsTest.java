package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSettingsTest {
    @Test
    void startsFromTheDocumentedLimitAndTheStringSender() {
        assertThat(read("{}")).isEqualTo(new ApplicationSettings(200, SenderFormat.STRING));
    }

    @Test
    void takesBothSwitches() {
        assertThat(read("{\"rateLimit\": 3, \"mews.senderFormat\": \"object\"}"))
                .isEqualTo(new ApplicationSettings(3, SenderFormat.OBJECT));
    }

    @Test
    void switchesTheLimitOffByZero() {
        assertThat(read("{\"rateLimit\": 0}").rateLimit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2.5", "\"3\"", "null", "3000000000"})
    void keepsTheDocumentedLimitWhereTheValueMakesNoSense(String value) {
        assertThat(read("{\"rateLimit\": " + value + "}").rateLimit()).isEqualTo(200);
    }

    private static ApplicationSettings read(String settings) {
        return ApplicationSettings.of(MewsBodies.application(settings));
    }
}

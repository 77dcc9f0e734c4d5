package io.parlance.dialect.travtus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2023-01-01T00:00:00,        2023-01-01T00:00:00Z",
        "2023-01-01T00:00:00Z,       2023-01-01T00:00:00Z",
        "2023-01-01 00:00:00,        2023-01-01T00:00:00Z",
        "2023-01-01T00:00:00.123456, 2023-01-01T00:00:00.123456Z",
        "2023-01-01T00:00:00+02:00,  2022-12-31T22:00:00Z",
        "2023-01-01T00:00:00+0200,   2022-12-31T22:00:00Z",
        "2023-01-01T00:00:00-02,     2023-01-01T02:00:00Z",
        "2024-02-29T00:00:00,        2024-02-29T00:00:00Z",
        "2023-01-01T00:00,           2023-01-01T00:00:00Z"
    })
    void readsEveryFormOfTheSamples(String text, Instant expected) {
        assertThat(WireTime.parse(text)).contains(expected);
    }

    /** The store would round them up, here into a year that cannot be shown. */
    @Test
    void cutsOffWhatIsShorterThanAMicrosecond() {
        assertThat(WireTime.parse("9999-12-31T23:59:59.999999999"))
                .contains(Instant.parse("9999-12-31T23:59:59.999999Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023-01-01",
                "2023-13-01T00:00:00",
                "2023-02-29T00:00:00",
                "2023-04-31T00:00:00",
                "2023-01-01T24:00:00",
                "2023-01-01T00:00:00+02:00+0200",
                "+10000-01-01T00:00:00",
                "1672531200",
                "0001-01-01T00:00:00+14:00",
                "9999-12-31T23:59:59-14:00"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(WireTime.parse(text)).isEmpty();
    }
}

package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MewsTimeTest {
    @Test
    void writesWholeSeconds() {
        assertThat(MewsTime.write(Instant.parse("2026-03-01T10:00:59.999999Z"))).isEqualTo("2026-03-01T10:00:59Z");
        assertThat(MewsTime.write(Instant.parse("2026-03-01T00:00:00Z"))).isEqualTo("2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:05Z, 2026-03-01T10:00:05Z",
        "2026-03-01t10:00:05z, 2026-03-01T10:00:05Z",
        "2026-03-01T10:00:05.000Z, 2026-03-01T10:00:05Z",
        "2026-03-01T10:00:05.1234567Z, 2026-03-01T10:00:05.123456700Z",
        "2026-03-01T10:00:05+00:00, 2026-03-01T10:00:05Z",
        "2026-03-01T10:00:05-0130, 2026-03-01T11:30:05Z",
        "2026-03-01T10:00:05+02, 2026-03-01T08:00:05Z",
        "2026-03-01T10:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:05, 2026-03-01T10:00:05Z",
        "2026-03-01 10:00:05Z, 2026-03-01T10:00:05Z",
        "'2026-03-01T10:00:05,25Z', 2026-03-01T10:00:05.250Z",
        "20260301T100005Z, 2026-03-01T10:00:05Z",
        "20260301t100005.5+0200, 2026-03-01T08:00:05.500Z",
        "20260301T1000, 2026-03-01T10:00:00Z",
        "20260301T10-01, 2026-03-01T11:00:00Z",
        "2026-03-01T10Z, 2026-03-01T10:00:00Z",
        "20260301, 2026-03-01T00:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z"
    })
    void readsEveryFormOfATime(String text, Instant time) {
        assertThat(MewsTime.read(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-02-30T00:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T10:00:05X",
                "2026-03-01T",
                "2026-03-01T1",
                "2026030110",
                "20260230T000000Z",
                "2026-03-01T1000:5Z",
                "2026-03-01T,5Z",
                "2026-03-01Z",
                "2026-03-01T 10:00:05Z",
                "-0001-03-01T10:00:05Z",
                "1772359205"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> MewsTime.read(text)).isInstanceOf(DateTimeException.class);
    }
}

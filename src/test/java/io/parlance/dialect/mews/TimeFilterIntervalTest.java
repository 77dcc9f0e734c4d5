package io.parlance.dialect.mews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.store.TimeRange;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFilterIntervalTest {
    @Test
    void isHalfOpen() {
        assertThat(range("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"))
                .isEqualTo(new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z")));
    }

    @Test
    void meansOneInstantWhereBothEndsAreEqual() {
        assertThat(range("2026-03-01T00:00:05Z", "2026-03-01T01:00:05+01:00"))
                .isEqualTo(new TimeRange(Instant.parse("2026-03-01T00:00:05Z"), Instant.parse("2026-03-01T00:00:06Z")));
    }

    @Test
    void meansNothingBetweenTwoWholeSeconds() {
        var range = range("2026-03-01T00:00:05.5Z", "2026-03-01T00:00:05.5Z");

        assertThat(range.from()).isEqualTo(range.to());
    }

    @Test
    void comparesTheWholeSecondsThatAreShown() {
        assertThat(range("2026-03-01T00:00:05.5Z", "2026-03-01T00:00:08.001Z"))
                .isEqualTo(new TimeRange(Instant.parse("2026-03-01T00:00:06Z"), Instant.parse("2026-03-01T00:00:09Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"C\":null}"})
    void mayBeAbsent(String body) {
        assertThat(TimeFilterInterval.read(MewsBodies.json(body), "C", 1)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T00:00:00Z, 2026-03-01T00:00:00Z, 1",
        "2026-01-15T00:00:00Z, 2026-02-16T00:00:00Z, 1",
        "2026-01-15T00:00:00Z, 2026-04-16T00:00:00Z, 3",
        "2026-01-15T00:00:00Z, 2026-01-15T00:00:00Z, 1"
    })
    void mayBeADayLongerThanItsMonths(String start, String end, int months) {
        assertThat(read(start, end, months).bounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T00:00:00Z, 2026-02-16T00:00:01Z, 1",
        "2026-01-15T00:00:00Z, 2026-04-16T00:00:01Z, 3",
        "2026-01-15T00:00:00Z, 2026-01-14T23:59:59Z, 1"
    })
    void mayBeNoLongerAndNotEndBeforeItBegins(String start, String end, int months) {
        assertThatThrownBy(() -> read(start, end, months)).isInstanceOf(InvalidParameter.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"2026\"",
                "5",
                "{\"StartUtc\":5,\"EndUtc\":null}",
                "{\"StartUtc\":\"\",\"EndUtc\":null}",
                "{\"StartUtc\":\"2026-01-15\",\"EndUtc\":\"soon\"}"
            })
    void refusesWhatIsNoInterval(String value) {
        assertThatThrownBy(() -> TimeFilterInterval.read(MewsBodies.json("{\"C\":" + value + "}"), "C", 1))
                .isInstanceOfSatisfying(InvalidParameter.class, invalid -> assertThat(invalid.text())
                        .isEqualTo("Invalid C"));
    }

    private static TimeRange range(String start, String end) {
        return TimeFilterInterval.range(read(start, end, 1));
    }

    private static TimeFilterInterval read(String start, String end, int months) {
        return TimeFilterInterval.read(
                MewsBodies.json("{\"C\":{\"StartUtc\":\"%s\",\"EndUtc\":\"%s\"}}".formatted(start, end)), "C", months);
    }
}

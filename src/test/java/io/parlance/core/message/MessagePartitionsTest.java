package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MessagePartitionsTest {
    @Test
    void boundsAMonthByItsFirstMillisecond() {
        assertThat(MessagePartitions.lowest(YearMonth.of(2026, 11)))
                .hasToString(hexMillis(YearMonth.of(2026, 11)) + "-7000-8000-000000000000");
    }

    private static String hexMillis(YearMonth month) {
        var hex = "%012x".formatted(month.atDay(1).toEpochDay() * 86_400_000L);
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }
}

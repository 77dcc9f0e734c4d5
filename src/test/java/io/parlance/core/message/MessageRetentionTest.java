package io.parlance.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MessageRetentionTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void keepsAMonthUntilItsLastMessageIsOldEnough() {
        assertThat(MessageRetention.isExpired(JANUARY, 30, Instant.parse("2026-03-02T23:59:59Z")))
                .isFalse();
        assertThat(MessageRetention.isExpired(JANUARY, 30, Instant.parse("2026-03-03T00:00:00Z")))
                .isTrue();
    }

    @Test
    void neverDropsTheMonthThatIsWrittenTo() {
        assertThat(MessageRetention.isExpired(JANUARY, 1, Instant.parse("2026-01-31T23:59:59Z")))
                .isFalse();
    }
}

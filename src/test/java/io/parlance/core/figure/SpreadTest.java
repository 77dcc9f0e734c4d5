package io.parlance.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void countsAValueInTheRangeThatEndsWithIt() {
        var spread = Spread.of(1, 10);

        spread.add(1);
        spread.add(2);
        spread.add(10);
        spread.add(11);

        assertThat(spread.counts()).containsExactly(1, 2, 1);
        assertThat(spread.sum()).isEqualTo(24);
    }

    @Test
    void showsNanosecondsAsSeconds() {
        var spread = Spread.ofDurations();

        spread.add(2_000_000);

        assertThat(spread.sum()).isCloseTo(0.002, within(1e-9));
        assertThat(spread.bounds()).startsWith(0.0001).endsWith(30);
    }
}

package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(2, nanos::get);

    @Test
    void letsSoManyPassInASecondAndCountsTheOthers() {
        assertThat(throttle.passes()).isTrue();
        assertThat(throttle.passes()).isTrue();
        assertThat(throttle.passes()).isFalse();
        assertThat(throttle.passes()).isFalse();

        nanos.set(1_000_000_000L);

        assertThat(throttle.passes()).isTrue();
        assertThat(throttle.takeOmitted()).isEqualTo(2);
        assertThat(throttle.takeOmitted()).isZero();
    }
}

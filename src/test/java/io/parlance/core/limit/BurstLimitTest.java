package io.parlance.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.limit.BurstLimit.Rate;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstLimitTest {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID CALLER = UUID.randomUUID();
    private static final Rate RATE = new Rate("ten", 10, 3);

    private final BurstLimit limit = new BurstLimit();
    private long now;

    @BeforeEach
    void fixTheTime() {
        limit.nanoTime = () -> now;
    }

    /** A clock of nanoseconds may start anywhere and run over. */
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 1_000, Long.MIN_VALUE, -5})
    void takesABurstAndThenAsManyAsTheRateAllows(long start) {
        now = start;
        require(3);
        assertRefused();

        pass(Duration.ofMillis(99));
        assertRefused();
        pass(Duration.ofMillis(1));
        require(1);
        assertRefused();

        pass(Duration.ofMillis(200));
        require(2);
        assertRefused();
    }

    @Test
    void savesUpNoMoreThanABurst() {
        require(3);
        pass(Duration.ofHours(1));

        require(3);

        assertRefused();
    }

    @Test
    void chargesNothingForWhatItRefuses() {
        require(3);
        for (int i = 0; i < 50; i++) {
            assertRefused();
        }
        pass(Duration.ofMillis(100));

        require(1);
    }

    @Test
    void countsEachCallerForItself() {
        require(3);

        assertThatCode(() -> limit.require(TENANT, UUID.randomUUID(), RATE)).doesNotThrowAnyException();
    }

    @Test
    void tellsInWholeSecondsWhenToComeBack() {
        var slow = new Rate("slow", 1, 1);
        limit.require(TENANT, CALLER, slow);
        pass(Duration.ofMillis(300));

        var refusal = catchThrowableOfType(RejectedException.class, () -> limit.require(TENANT, CALLER, slow));

        assertThat(refusal.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(refusal.retryAfterSeconds()).hasValue(1);
    }

    private void require(int times) {
        for (int i = 0; i < times; i++) {
            limit.require(TENANT, CALLER, RATE);
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> limit.require(TENANT, CALLER, RATE)).isInstanceOf(RejectedException.class);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

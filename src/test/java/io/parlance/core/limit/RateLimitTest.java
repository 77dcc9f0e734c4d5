package io.parlance.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parlance.core.problem.RejectedException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final UUID TOKEN = UUID.randomUUID();
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final RateLimit limit = new RateLimit();
    private long now;

    @BeforeEach
    void fixTheTime() {
        limit.nanoTime = () -> now;
    }

    @Test
    void takesAsManyAsAllowedInAWindow() {
        require();
        require();

        assertThatThrownBy(this::require).isInstanceOf(RejectedException.class);
    }

    @Test
    void countsEachCredentialForItself() {
        require();
        require();

        assertThatCode(() -> limit.require(UUID.randomUUID(), 2, WINDOW)).doesNotThrowAnyException();
    }

    @Test
    void opensTheNextWindowWithTheFirstRequestAfterTheLast() {
        require();
        pass(Duration.ofSeconds(29));
        require();
        assertThatThrownBy(this::require).isInstanceOf(RejectedException.class);

        pass(Duration.ofSeconds(16));
        require();
        pass(Duration.ofSeconds(29));
        require();

        assertThatThrownBy(this::require).isInstanceOf(RejectedException.class);
    }

    @Test
    void tellsInWholeSecondsWhenToComeBack() {
        require();
        require();
        pass(Duration.ofMillis(10_500));

        var refusal = catchThrowableOfType(RejectedException.class, this::require);

        assertThat(refusal.retryAfterSeconds()).hasValue(20);
    }

    private void require() {
        limit.require(TOKEN, 2, WINDOW);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

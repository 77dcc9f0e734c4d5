package io.parlance.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final int LARGEST = 5;

    private final List<Long> fetched = new ArrayList<>();
    private final Lease lease = new Lease(new Counter(new UUID(0, 1), new UUID(0, 2), "name"));
    private long now;
    private long shared = 200;
    private long end = 30;

    @Test
    void fetchesMoreAtOnceTheMoreItNeeds() {
        take(13);

        assertThat(fetched).containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void answersHowLongTheWindowStaysClosedAndFetchesNoMore() {
        shared = 1;
        take(1);
        now = 12;

        assertThat(take()).isEqualTo(18);
        assertThat(take()).isEqualTo(18);
        assertThat(fetched).hasSize(2);
    }

    @Test
    void givesNothingOfAWindowThatIsOver() {
        take(4);
        now = 30;
        end = 60;
        take(1);

        assertThat(fetched).containsExactly(1L, 2L, 4L, 1L);
    }

    @Test
    void holdsNothingAfterAFailure() {
        assertThatThrownBy(() -> lease.take(() -> now, LARGEST, permits -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(take()).isZero();
        assertThat(fetched).containsExactly(1L);
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(take()).isZero();
        }
    }

    private long take() {
        return lease.take(() -> now, LARGEST, permits -> {
            fetched.add(permits);
            long granted = Math.min(permits, shared);
            shared -= granted;
            return new Grant(granted, end);
        });
    }
}

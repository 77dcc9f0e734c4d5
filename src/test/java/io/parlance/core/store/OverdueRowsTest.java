package io.parlance.core.store;

import static io.parlance.ops.doctor.Findings.assertFound;

import io.parlance.core.doctor.Finding.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverdueRowsTest {
    private final OverdueRows check = new OverdueRows("late", "letter where written < ?", "unopened letters", "day") {
        @Override
        protected Instant before() {
            return Instant.EPOCH;
        }
    };

    @Test
    void wantsNothingLeft() {
        assertFound(check.judge(0), State.OK, "There are no unopened letters");
        assertFound(check.judge(7), State.WARNING, "There are 7 unopened letters");
    }
}

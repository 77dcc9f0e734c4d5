package io.parlance.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectedExceptionTest {
    @Test
    void costsNoStackTrace() {
        var refusal = new RejectedException(Reason.RATE_LIMITED, "too many", 3);

        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.detail()).isEqualTo("too many");
    }
}

package io.parlance.core.message;

import static io.parlance.ops.doctor.Findings.assertFound;

import io.parlance.core.doctor.Finding.State;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageChecksTest {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @ParameterizedTest
    @CsvSource({"-1, OK", "0, FAILED", "1, FAILED", "2, WARNING", "3, WARNING"})
    void wantsPartitionsForTheComingMonths(int missing, State state) {
        var existing = IntStream.rangeClosed(0, 3)
                .filter(month -> month != missing)
                .mapToObj(NOW::plusMonths)
                .toList();
        assertFound(
                PartitionsCheck.judge(NOW, existing, false),
                state,
                missing < 0
                        ? "This month and the next 3"
                        : NOW.plusMonths(missing).toString());
    }

    @Test
    void namesMessagesThatNoRetentionDrops() {
        var all = IntStream.rangeClosed(0, 3).mapToObj(NOW::plusMonths).toList();
        assertFound(PartitionsCheck.judge(NOW, all, true), State.WARNING, "message_default");
    }

    @Test
    void wantsARetentionThatHasItsEffect() {
        assertFound(RetentionCheck.judge(0, 3, List.of()), State.OK, "kept for ever");
        assertFound(RetentionCheck.judge(3, 0, List.of()), State.OK, "Every tenant");
        assertFound(RetentionCheck.judge(2, 1, List.of()), State.WARNING, "2 tenants have a retentionDays and 1 have");
        assertFound(RetentionCheck.judge(3, 0, List.of(NOW)), State.WARNING, "[2026-11]");
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "50, OK", "51, WARNING", "100, FAILED"})
    void wantsWritersThatKeepUp(int waiting, State state) {
        assertFound(IntakeCheck.judge(waiting, 100), state, waiting + " of at most 100");
    }
}

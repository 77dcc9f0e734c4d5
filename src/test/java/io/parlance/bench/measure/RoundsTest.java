package io.parlance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private DoubleSupplier foreign = () -> 0;

    @Test
    void comparesNeighboursAndTakesTheMiddle() {
        var rounds = rounds(3, List.of(10L, 30L, 100L), List.of(100L, 100L, 200L));
        var ratio = rounds.ratio(slice -> slice.amount().perSecond(), 1);
        assertThat(ratio).isEqualTo(new Ratio(0.3, 0.1, 0.5));
    }

    @Test
    void tellsTheMiddleOfAFigure() {
        var rounds = rounds(2, List.of(10L, 30L), List.of(1L, 1L));
        assertThat(rounds.median(0, slice -> slice.amount().perSecond())).isEqualTo(20);
    }

    @Test
    void addsUpFailuresAndKeepsTheFirst() {
        var rounds = plan(1).run(time -> amount(1), time -> new Amount(1, 1, new Histogram(3), 2, "503"));
        assertThat(rounds.failures()).isEqualTo(2);
        assertThat(rounds.firstFailure()).isEqualTo("503");
    }

    @Test
    void repeatsADisturbedSlice() {
        var shares = new ArrayDeque<>(List.of(0.5, 0.4, 0.02));
        foreign = shares::remove;
        var rounds = plan(1).run(units(List.of(1L, 2L, 3L)));
        assertThat(rounds.median(0, slice -> slice.amount().units())).isEqualTo(3);
        assertThat(rounds.noisy()).isFalse();
    }

    @Test
    void saysWhenEverySliceWasDisturbed() {
        foreign = () -> 0.11;
        var rounds = plan(1).run(time -> amount(1));
        assertThat(rounds.noisy()).isTrue();
        assertThat(rounds.foreign()).isEqualTo(0.11);
    }

    @Test
    void warmsUpUntilThreeWindowsAreAlike() {
        assertThat(WarmUp.isSteady(List.of(100.0, 98.0))).isFalse();
        assertThat(WarmUp.isSteady(List.of(100.0, 98.0, 94.0))).isFalse();
        assertThat(WarmUp.isSteady(List.of(100.0, 98.0, 96.0))).isTrue();
    }

    private Rounds rounds(int count, List<Long> ours, List<Long> anchor) {
        return plan(count).run(units(ours), units(anchor));
    }

    private Rounds.Plan plan(int rounds) {
        return new Rounds.Plan((work, time) -> slice(work, foreign.getAsDouble()), rounds, Duration.ZERO);
    }

    private static Slice slice(Work work, double foreign) {
        return new Slice(work.run(Duration.ZERO), Map.of(), foreign);
    }

    private static Work units(List<Long> counts) {
        Deque<Long> left = new ArrayDeque<>(counts);
        return time -> amount(left.size() > 1 ? left.remove() : left.element());
    }

    private static Amount amount(long units) {
        return new Amount(units, 1, new Histogram(3), 0, "");
    }
}

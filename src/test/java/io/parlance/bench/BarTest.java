package io.parlance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.bench.measure.Ratio;
import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void judgesWhatShouldBeHigh() {
        assertThat(Bar.REVIEW_32.judge(0.39)).isEqualTo(Verdict.MISSED);
        assertThat(Bar.REVIEW_32.judge(0.40)).isEqualTo(Verdict.MUST);
        assertThat(Bar.REVIEW_32.judge(1.0)).isEqualTo(Verdict.GOAL);
    }

    @Test
    void judgesWhatShouldBeLow() {
        assertThat(Bar.PG_CPU.judge(0.61)).isEqualTo(Verdict.MISSED);
        assertThat(Bar.PG_CPU.judge(0.60)).isEqualTo(Verdict.MUST);
        assertThat(Bar.PG_CPU.judge(0.35)).isEqualTo(Verdict.GOAL);
    }

    @Test
    void reachesTheMustAtMostWhereThereIsNoGoal() {
        assertThat(Bar.MEMORY_GROWTH.judge(0.5)).isEqualTo(Verdict.MUST);
        assertThat(Bar.MEMORY_GROWTH.goal()).isEqualTo("-");
    }

    @Test
    void isMissedByAFigureThatIsNone() {
        assertThat(Bar.PG_CPU.judge(Double.NaN)).isEqualTo(Verdict.MISSED);
        assertThat(Bar.REVIEW_32.judge(Double.NaN)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void failsTheRunOnlyWhereNoiseCannotMoveTheFigure() {
        assertThat(outcome(Bar.REVIEW_32, 0.1).isFatal()).isFalse();
        assertThat(outcome(Bar.PG_CPU, 0.9).isFatal()).isTrue();
        assertThat(outcome(Bar.PG_CPU, 0.5).isFatal()).isFalse();
        assertThat(Outcome.failed(Bar.REVIEW_32, "503").isFatal()).isTrue();
        assertThat(Outcome.skipped(Bar.PG_CPU, "no compiler").isFatal()).isFalse();
    }

    private static Outcome outcome(Bar bar, double ratio) {
        return Outcome.of(bar, "", "", Ratio.single(ratio));
    }
}

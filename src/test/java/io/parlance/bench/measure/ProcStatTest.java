package io.parlance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {
    private static final String STAT =
            "4242 (postgres: a) b) S 4000 4242 4242 0 -1 4194560 2411 77 0 0 150 50 300 100 20 0 1 0 5123 220 3 0";

    @Test
    void readsTheTimeOfAProcessWhateverItsName() {
        assertThat(ProcStat.processSeconds(STAT, false)).isEqualTo(2.0);
    }

    @Test
    void addsTheTimeOfChildrenThatHaveEnded() {
        assertThat(ProcStat.processSeconds(STAT, true)).isEqualTo(6.0);
    }

    @Test
    void countsWhatTheMachineUsedWithoutIdleWaitingAndInterrupts() {
        assertThat(ProcStat.machineSeconds("cpu  100 20 30 4000 500 6 7 50 0 0\ncpu0 1 2 3 4 5 6 7 8 9 10\n"))
                .isEqualTo(2.0);
    }

    @Test
    void readsResidentMemory() {
        assertThat(ProcStat.residentBytes("Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  512 kB\n"))
                .isEqualTo(512L << 10);
    }

    @Test
    void countsNothingForAProcessThatIsGone() {
        assertThat(ProcStat.process(Long.MAX_VALUE, true)).isZero();
        assertThat(ProcStat.residentBytes(Long.MAX_VALUE)).isZero();
    }
}

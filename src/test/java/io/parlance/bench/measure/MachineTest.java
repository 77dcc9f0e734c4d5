package io.parlance.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class MachineTest {
    private static final Duration WHILE = Duration.ofMillis(600);

    private final Machine machine = new Machine();
    private Process busy;

    @BeforeEach
    void startSomethingBusy() throws IOException {
        busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    }

    @AfterEach
    void stopIt() {
        busy.destroyForcibly();
    }

    @Test
    void seesWhatOthersUse() {
        assertThat(machine.measure(this::watch, WHILE).foreign()).isGreaterThan(0.2 / cores());
    }

    @Test
    void countsAKnownProcessAsItsOwn() {
        machine.add("busy", new ProcessTree(busy.pid()));
        var slice = machine.measure(this::watch, WHILE);
        assertThat(slice.cpu().get("busy")).isGreaterThan(0.1);
        assertThat(slice.cpu()).containsKey(Slice.GENERATOR);
    }

    private Amount watch(Duration time) {
        try {
            busy.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Amount(1, 1, new Histogram(3), 0, "");
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}

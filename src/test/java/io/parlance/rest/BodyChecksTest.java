package io.parlance.rest;

import static io.parlance.ops.doctor.Findings.assertFound;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.doctor.Finding.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyChecksTest {
    private static final long MIB = 1L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"4, 128, 512, OK", "4, 170, 512, OK", "4, 171, 512, FAILED", "129, 128, 512, FAILED"})
    void wantsBodiesThatFitIntoTheHeap(long max, long budget, long heap, State state) {
        assertFound(BodyMemoryCheck.judge(max * MIB, budget * MIB, heap * MIB), state, "" + budget * MIB);
    }

    @ParameterizedTest
    @CsvSource({"9000, OK", "8447, WARNING", "255, FAILED"})
    void wantsRoomForFiles(long free, State state) {
        assertFound(BodyFilesCheck.judge("/tmp", free * MIB, 8448 * MIB), state, free + " MiB");
    }

    @Test
    void seesThatNoFileCanBeMade() {
        var check = new BodyFilesCheck();
        check.limits = new IntakeLimits();
        check.limits.configuration = TestConfiguration.of();
        check.files = new BodyFiles() {
            @Override
            Path directory() {
                return folder.resolve("gone");
            }
        };
        assertFound(check.run(), State.FAILED, "No file can be made in " + folder);
    }
}

package io.parlance.bench;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.bench.measure.Ratio;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Environment ENVIRONMENT =
            new Environment("2026-11-21T10:00:00Z", "CPU", 2, "VM 17", "17.11", "QUICK");
    private static final Report REPORT = new Report(
            ENVIRONMENT,
            List.of(
                    Outcome.of(Bar.REVIEW_32, "7940/s", "18680/s", new Ratio(0.4251, 0.4, 0.561))
                            .disturbed(0.021, true)
                            .note("p50 3 ms"),
                    Outcome.skipped(Bar.SLOW_DISK, "no C compiler")));

    @Test
    void writesATable() {
        assertThat(REPORT.markdown())
                .startsWith("2026-11-21T10:00:00Z; CPU, 2 cores; VM 17; PostgreSQL 17.11 (fsync, synchronous_commit,")
                .contains("| review-32 | travtus review, 32 connections / P32 | 7940/s | 18680/s | 0.43 | 0.40-0.56"
                        + " | >= 0.40 | >= 1 | 0.02 | ok, noisy |")
                .contains("* review-32: p50 3 ms\n* slow-disk: no C compiler\n");
    }

    @Test
    void alignsTheColumnsOfTheText() {
        var lines = REPORT.text().lines().toList();
        assertThat(lines.get(2).indexOf("ours")).isEqualTo(lines.get(3).indexOf("7940/s"));
    }

    @Test
    void writesNoNumberWhereThereIsNone() {
        assertThatJson(REPORT.json()).inPath("results[1].ratio").isNull();
        assertThatJson(REPORT.json()).inPath("results[0].ratio").isEqualTo(0.4251);
        assertThatJson(REPORT.json()).inPath("environment.cores").isEqualTo(2);
    }

    @Test
    void findsTheNameOfTheProcessor() {
        assertThat(Environment.processorIn(Stream.of("processor\t: 0", "model name\t: Xeon: 2.5 GHz")))
                .isEqualTo("Xeon: 2.5 GHz");
    }
}

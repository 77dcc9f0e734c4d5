package io.parlance.bench.measure;

import org.HdrHistogram.Histogram;

/** Counts what is done in a slice. For one thread. */
public final class Tally {
    private static final long HIGHEST_NANOS = 120_000_000_000L;

    private final Histogram latency = new Histogram(HIGHEST_NANOS, 3);
    private long units;
    private long failures;
    private String firstFailure = "";

    public void done(long nanos, int count) {
        latency.recordValue(Math.min(Math.max(nanos, 0), HIGHEST_NANOS));
        units += count;
    }

    public void failed(String why) {
        failures++;
        if (firstFailure.isEmpty()) {
            firstFailure = why;
        }
    }

    void add(Tally other) {
        latency.add(other.latency);
        units += other.units;
        failures += other.failures;
        if (firstFailure.isEmpty()) {
            firstFailure = other.firstFailure;
        }
    }

    /** All of it, done in so many seconds. */
    public Amount amount(double seconds) {
        return new Amount(units, seconds, latency, failures, firstFailure);
    }
}

package io.parlance.core.figure;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How values are spread over ranges. Adding one costs a few nanoseconds and never waits for others. Thread-safe. */
public final class Spread {
    /** Durations in nanoseconds, from a tenth of a millisecond to 30 seconds. */
    private static final long[] DURATIONS = {
        100_000L,
        250_000L,
        500_000L,
        1_000_000L,
        2_500_000L,
        5_000_000L,
        10_000_000L,
        25_000_000L,
        50_000_000L,
        100_000_000L,
        250_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L,
        30_000_000_000L
    };

    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] bounds;
    private final double unit;
    private final LongAdder[] counts;
    private final LongAdder sum = new LongAdder();

    private Spread(long[] bounds, double unit) {
        this.bounds = bounds;
        this.unit = unit;
        this.counts = new LongAdder[bounds.length + 1];
        Arrays.setAll(counts, ignored -> new LongAdder());
    }

    /** Of durations that are added in nanoseconds and shown in seconds. */
    public static Spread ofDurations() {
        return new Spread(DURATIONS, NANOS_PER_SECOND);
    }

    /** Of amounts, with these bounds between ranges; a bound belongs to the range below it. */
    public static Spread of(long... bounds) {
        return new Spread(bounds.clone(), 1);
    }

    public void add(long value) {
        int range = 0;
        while (range < bounds.length && value > bounds[range]) {
            range++;
        }
        counts[range].increment();
        sum.add(value);
    }

    /** The upper bounds of all ranges but the last, which has none. */
    public double[] bounds() {
        return Arrays.stream(bounds).mapToDouble(bound -> bound / unit).toArray();
    }

    /** How many values each range has; one more than {@link #bounds()}. */
    public long[] counts() {
        return Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
    }

    public double sum() {
        return sum.sum() / unit;
    }
}

package io.parlance.bench.measure;

import java.time.Duration;
import java.util.ArrayDeque;

/** Works until the rate stands still: servers compile their hot code for as long as a minute. */
public record WarmUp(Duration least, Duration most) {
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int ALIKE = 3;
    private static final double TOLERANCE = 0.05;

    /** Answers the rate of the last window. */
    public double run(Work work) {
        var rates = new ArrayDeque<Double>();
        long start = System.nanoTime();
        double rate = 0;
        while (!isEnough(System.nanoTime() - start, rates)) {
            rate = work.run(WINDOW).perSecond();
            rates.add(rate);
            if (rates.size() > ALIKE) {
                rates.remove();
            }
        }
        return rate;
    }

    private boolean isEnough(long nanos, ArrayDeque<Double> rates) {
        return nanos >= most.toNanos() || (nanos >= least.toNanos() && isSteady(rates));
    }

    static boolean isSteady(Iterable<Double> rates) {
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        int count = 0;
        for (double rate : rates) {
            lowest = Math.min(lowest, rate);
            highest = Math.max(highest, rate);
            count++;
        }
        return count == ALIKE && highest - lowest < TOLERANCE * highest;
    }
}

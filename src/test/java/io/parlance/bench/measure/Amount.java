package io.parlance.bench.measure;

import org.HdrHistogram.Histogram;

/**
 * What was done in a while.
 *
 * @param units messages, or requests where none is stored
 * @param latency of each request, in nanoseconds
 * @param failures requests that were answered wrongly or not at all
 * @param firstFailure empty where there is none
 */
public record Amount(long units, double seconds, Histogram latency, long failures, String firstFailure) {
    public double perSecond() {
        return units / seconds;
    }

    public double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }
}

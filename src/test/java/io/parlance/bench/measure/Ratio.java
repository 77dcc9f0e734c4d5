package io.parlance.bench.measure;

import java.util.List;

/** Ratios of neighbours: the one in the middle, and how far they spread. */
public record Ratio(double median, double min, double max) {
    public static Ratio of(List<Double> ratios) {
        var sorted = ratios.stream().sorted().toList();
        return new Ratio(median(sorted), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** A figure that was measured once. */
    public static Ratio single(double value) {
        return new Ratio(value, value, value);
    }

    /** The middle of values in order; of an even number, the mean of the two in the middle. */
    static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The middle of values in any order. */
    public static double medianOf(List<Double> values) {
        return median(values.stream().sorted().toList());
    }
}

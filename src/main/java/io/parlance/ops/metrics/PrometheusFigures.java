package io.parlance.ops.metrics;

import io.parlance.core.figure.Figures;
import io.parlance.core.figure.Spread;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Takes figures down as Prometheus knows them, for one answer. */
final class PrometheusFigures implements Figures {
    private static final String PREFIX = "parlance_";

    private final Map<String, CounterSnapshot.Builder> counters = new TreeMap<>();
    private final Map<String, GaugeSnapshot.Builder> gauges = new TreeMap<>();
    private final Map<String, HistogramSnapshot.Builder> histograms = new TreeMap<>();

    @Override
    public void count(String name, String help, long value, String... labels) {
        counters.computeIfAbsent(
                        name,
                        first -> CounterSnapshot.builder().name(PREFIX + first).help(help))
                .dataPoint(CounterDataPointSnapshot.builder()
                        .value(value)
                        .labels(Labels.of(labels))
                        .build());
    }

    @Override
    public void level(String name, String help, double value, String... labels) {
        gauges.computeIfAbsent(
                        name,
                        first -> GaugeSnapshot.builder().name(PREFIX + first).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .value(value)
                        .labels(Labels.of(labels))
                        .build());
    }

    @Override
    public void spread(String name, String help, Spread values, String... labels) {
        histograms
                .computeIfAbsent(name, first -> HistogramSnapshot.builder()
                        .name(PREFIX + first)
                        .help(help))
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets(values))
                        .sum(values.sum())
                        .labels(Labels.of(labels))
                        .build());
    }

    private static ClassicHistogramBuckets buckets(Spread values) {
        var bounds = values.bounds();
        var all = Arrays.copyOf(bounds, bounds.length + 1);
        all[bounds.length] = Double.POSITIVE_INFINITY;
        return ClassicHistogramBuckets.of(all, values.counts());
    }

    MetricSnapshots all() {
        var all = MetricSnapshots.builder();
        counters.values().forEach(counter -> all.metricSnapshot(counter.build()));
        gauges.values().forEach(gauge -> all.metricSnapshot(gauge.build()));
        histograms.values().forEach(histogram -> all.metricSnapshot(histogram.build()));
        return all.build();
    }
}

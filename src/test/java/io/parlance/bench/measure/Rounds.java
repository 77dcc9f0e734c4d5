package io.parlance.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What several works did while taking turns: one slice of each in a round, and the next round. */
public final class Rounds {
    private final List<List<Slice>> rounds;
    private final boolean noisy;

    private Rounds(List<List<Slice>> rounds, boolean noisy) {
        this.rounds = rounds;
        this.noisy = noisy;
    }

    /** How slices are taken. */
    public record Plan(Meter meter, int rounds, Duration slice) {
        private static final double MOST_FOREIGN = 0.10;
        private static final int REPEATS = 3;

        /** Measures all of them, and a slice again that others disturbed, but not for ever. */
        public Rounds run(Work... works) {
            var measured = new ArrayList<List<Slice>>();
            boolean noisy = false;
            for (int round = 0; round < rounds; round++) {
                var slices = new ArrayList<Slice>();
                for (var work : works) {
                    var quiet = quiet(work);
                    noisy |= quiet.foreign() > MOST_FOREIGN;
                    slices.add(quiet);
                }
                measured.add(slices);
            }
            return new Rounds(measured, noisy);
        }

        private Slice quiet(Work work) {
            var taken = meter.measure(work, slice);
            for (int i = 0; i < REPEATS && taken.foreign() > MOST_FOREIGN; i++) {
                taken = meter.measure(work, slice);
            }
            return taken;
        }
    }

    /** Ratios, round by round, of a figure of one work to a figure of another. */
    public Ratio ratio(int ours, ToDoubleFunction<Slice> figure, int anchor, ToDoubleFunction<Slice> anchorFigure) {
        return Ratio.of(rounds.stream()
                .map(slices -> figure.applyAsDouble(slices.get(ours)) / anchorFigure.applyAsDouble(slices.get(anchor)))
                .toList());
    }

    /** Ratio of the first work's figure to that of another. */
    public Ratio ratio(ToDoubleFunction<Slice> figure, int anchor) {
        return ratio(0, figure, anchor, figure);
    }

    /** The middle of a figure over all rounds. */
    public double median(int work, ToDoubleFunction<Slice> figure) {
        return Ratio.medianOf(rounds.stream()
                .map(slices -> figure.applyAsDouble(slices.get(work)))
                .toList());
    }

    /** A figure of all rounds together. */
    public double sum(int work, ToDoubleFunction<Slice> figure) {
        return rounds.stream()
                .mapToDouble(slices -> figure.applyAsDouble(slices.get(work)))
                .sum();
    }

    public double foreign() {
        return rounds.stream()
                .flatMap(List::stream)
                .mapToDouble(Slice::foreign)
                .max()
                .orElse(0);
    }

    /** Whether a slice was disturbed by others however often it was repeated. */
    public boolean noisy() {
        return noisy;
    }

    /** Names of the processes whose CPU was counted. */
    public Set<String> processes() {
        return rounds.get(0).get(0).cpu().keySet();
    }

    public long failures() {
        return rounds.stream()
                .flatMap(List::stream)
                .mapToLong(slice -> slice.amount().failures())
                .sum();
    }

    /** One failure of all, or an empty text. */
    public String firstFailure() {
        return rounds.stream()
                .flatMap(List::stream)
                .map(slice -> slice.amount().firstFailure())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}

package io.parlance.bench;

import io.parlance.bench.load.HttpLoad;
import io.parlance.bench.measure.Amount;
import io.parlance.bench.measure.Rounds;
import io.parlance.bench.measure.Slice;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes outcomes of rounds whose first work is ours. */
final class Figures {
    private Figures() {}

    /** Units a second against those of another work. */
    static Outcome rates(Bar bar, Rounds rounds, int anchor) {
        return Outcome.of(
                        bar,
                        perSecond(rounds.median(0, Figures::rate)),
                        perSecond(rounds.median(anchor, Figures::rate)),
                        rounds.ratio(Figures::rate, anchor))
                .disturbed(rounds.foreign(), rounds.noisy())
                .note(describe(rounds, 0));
    }

    /** CPU of a process for a unit of ours against CPU of a process for a unit of another work. */
    static Outcome cpu(Bar bar, Rounds rounds, String process, int anchor, String anchorProcess) {
        return Outcome.of(
                        bar,
                        micros(rounds.median(0, slice -> slice.cpuMicros(process))),
                        micros(rounds.median(anchor, slice -> slice.cpuMicros(anchorProcess))),
                        rounds.ratio(
                                0, slice -> slice.cpuMicros(process), anchor, slice -> slice.cpuMicros(anchorProcess)))
                .disturbed(rounds.foreign(), rounds.noisy());
    }

    static double rate(Slice slice) {
        return slice.amount().perSecond();
    }

    static String perSecond(double rate) {
        return Math.round(rate) + "/s";
    }

    private static String micros(double value) {
        return Format.number(value) + " us";
    }

    /** Latency and CPU of a work, for whoever wants to know more than the ratio. */
    static String describe(Rounds rounds, int work) {
        var cpu = rounds.processes().stream()
                .collect(Collectors.toMap(name -> name, name -> rounds.median(work, slice -> slice.cpuMicros(name))));
        return "p50 %s ms, p99 %s ms; CPU a message: %s"
                .formatted(
                        Format.number(
                                rounds.median(work, slice -> slice.amount().millis(50))),
                        Format.number(
                                rounds.median(work, slice -> slice.amount().millis(99))),
                        describe(cpu));
    }

    private static String describe(Map<String, Double> cpu) {
        return cpu.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + micros(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Refuses figures of rounds in which something went wrong. */
    static Rounds requireClean(Rounds rounds, HttpLoad... loads) {
        if (rounds.failures() > 0) {
            throw new MeasurementException(rounds.failures() + " failed, first: " + rounds.firstFailure());
        }
        for (var load : loads) {
            if (load.repeatedIds() > 0) {
                throw new MeasurementException(load.repeatedIds() + " ids were given to two requests");
            }
        }
        return rounds;
    }

    static Amount requireClean(Amount amount) {
        if (amount.failures() > 0) {
            throw new MeasurementException(amount.failures() + " failed, first: " + amount.firstFailure());
        }
        return amount;
    }
}

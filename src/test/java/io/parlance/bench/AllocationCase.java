package io.parlance.bench;

import io.parlance.bench.measure.Ratio;
import io.parlance.bench.micro.HotPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Bytes that parts of the hot path allocate for one call: a figure that no noise moves. */
final class AllocationCase implements Case {
    private static final String BYTES = "gc.alloc.rate.norm";

    /** Bytes a call, a tenth above what was measured when it was last looked at. */
    private static final Map<String, Integer> BUDGETS =
            Map.of("bodyParse", 5050, "tokenHash", 740, "limiterDecision", 176, "nextId", 62);

    @Override
    public List<Bar> bars() {
        return List.of(Bar.ALLOCATION);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var bytes = bytes();
        var notes = new ArrayList<String>();
        double worst = 0;
        for (var part : bytes.entrySet()) {
            int budget = BUDGETS.get(part.getKey());
            worst = Math.max(worst, part.getValue() / budget);
            notes.add("%s %d of %d B".formatted(part.getKey(), Math.round(part.getValue()), budget));
        }
        return List.of(Outcome.of(Bar.ALLOCATION, "-", "-", Ratio.single(worst)).note(String.join(", ", notes)));
    }

    private static Map<String, Double> bytes() {
        var options = new OptionsBuilder()
                .include(HotPath.class.getName() + ".*")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        var bytes = new TreeMap<String, Double>();
        try {
            for (RunResult result : new Runner(options).run()) {
                bytes.put(
                        result.getPrimaryResult().getLabel(),
                        result.getSecondaryResults().get(BYTES).getScore());
            }
        } catch (RunnerException e) {
            throw new MeasurementException("JMH: " + e.getMessage());
        }
        return bytes;
    }
}

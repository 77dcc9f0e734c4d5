package io.parlance.bench.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine with the processes that are known to work on it; all else is foreign. */
public final class Machine implements Meter {
    private final Map<String, ProcessTree> processes = new LinkedHashMap<>();

    public void add(String name, ProcessTree process) {
        processes.put(name, process);
    }

    public void remove(String name) {
        processes.remove(name);
    }

    private record Reading(long nanos, Map<String, Double> known, double all) {}

    private Reading read() {
        var known = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> known.put(name, process.cpuSeconds()));
        known.put(Slice.GENERATOR, ProcStat.process(ProcessHandle.current().pid(), false));
        return new Reading(System.nanoTime(), known, ProcStat.machine());
    }

    @Override
    public Slice measure(Work work, Duration time) {
        var before = read();
        var amount = work.run(time);
        var after = read();
        var cpu = new LinkedHashMap<String, Double>();
        after.known()
                .forEach((name, seconds) ->
                        cpu.put(name, seconds - before.known().get(name)));
        double ours = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        double foreign = (after.all() - before.all() - ours)
                / (seconds * Runtime.getRuntime().availableProcessors());
        return new Slice(amount, cpu, Math.max(0, foreign));
    }
}

package io.parlance.bench.measure;

import java.util.Map;

/**
 * One measured while of work.
 *
 * @param cpu seconds by name of the process
 * @param foreign what neither of these processes nor this one used, as a share of all cores
 */
public record Slice(Amount amount, Map<String, Double> cpu, double foreign) {
    /** The name under which {@link Machine} counts this process, that is, the load generator. */
    public static final String GENERATOR = "generator";

    public double cpuMicros(String process) {
        return cpu.getOrDefault(process, 0.0) * 1e6 / amount.units();
    }
}

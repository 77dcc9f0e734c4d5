package io.parlance.bench.measure;

/** A process with its children, alive or ended, as PostgreSQL is one. */
public record ProcessTree(long pid) {
    /** CPU seconds of all of them since they began. */
    public double cpuSeconds() {
        double children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> ProcStat.process(child.pid(), true))
                .sum();
        return ProcStat.process(pid, true) + children;
    }

    public long residentBytes() {
        return ProcStat.residentBytes(pid);
    }
}

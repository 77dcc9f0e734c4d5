package io.parlance.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads Linux's accounts of CPU time, which count in hundredths of a second. */
final class ProcStat {
    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    /** Positions behind the name of the program, which may contain spaces and is in parentheses. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int USER_OF_REAPED = 13;
    private static final int SYSTEM_OF_REAPED = 14;

    private ProcStat() {}

    /** CPU seconds of a process alone, or with those of its children that have ended; 0 if it is gone. */
    static double process(long pid, boolean withReaped) {
        return read(PROC.resolve(pid + "/stat"))
                .map(text -> processSeconds(text, withReaped))
                .orElse(0.0);
    }

    static double processSeconds(String stat, boolean withReaped) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = ticks(fields, USER) + ticks(fields, SYSTEM);
        if (withReaped) {
            ticks += ticks(fields, USER_OF_REAPED) + ticks(fields, SYSTEM_OF_REAPED);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** CPU seconds that processes of this machine used, and those that a hypervisor took away from it. */
    static double machine() {
        return read(PROC.resolve("stat"))
                .map(ProcStat::machineSeconds)
                .orElseThrow(() -> new IllegalStateException("the benchmark needs /proc, hence Linux"));
    }

    /** Interrupts are left out: they belong to nobody, or are in the account of whom they hit. */
    static double machineSeconds(String stat) {
        var fields = stat.lines().findFirst().orElse("").split(" +");
        long ticks = ticks(fields, 1) + ticks(fields, 2) + ticks(fields, 3) + ticks(fields, 8);
        return ticks / TICKS_PER_SECOND;
    }

    private static long ticks(String[] fields, int index) {
        return Long.parseLong(fields[index]);
    }

    /** Resident memory of a process in bytes; 0 if it is gone. */
    static long residentBytes(long pid) {
        return read(PROC.resolve(pid + "/status")).map(ProcStat::residentBytes).orElse(0L);
    }

    static long residentBytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

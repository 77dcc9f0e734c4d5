package io.parlance.ops.doctor;

import java.util.Locale;

/** Bytes in words. */
final class Sizes {
    private static final long KIB = 1L << 10;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

    private Sizes() {}

    static String of(long bytes) {
        double size = bytes / (double) KIB;
        int unit = 0;
        for (; size >= KIB && unit < UNITS.length - 1; unit++) {
            size /= KIB;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}

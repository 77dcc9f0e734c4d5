package io.parlance.bench.measure;

import java.time.Duration;

/** Lets a work be done for a while and says what it cost. */
@FunctionalInterface
public interface Meter {
    Slice measure(Work work, Duration time);
}

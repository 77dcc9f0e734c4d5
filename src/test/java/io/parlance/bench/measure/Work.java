package io.parlance.bench.measure;

import java.time.Duration;

/** Something that can be done for a while and counted. */
@FunctionalInterface
public interface Work {
    /** Works about that long; what was begun is finished. */
    Amount run(Duration time);
}

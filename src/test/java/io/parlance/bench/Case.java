package io.parlance.bench;

import java.util.List;

/** Measures one or several bars that are seen in the same work. */
interface Case {
    List<Bar> bars();

    /** Measures; throws {@link MeasurementException} where answers were wrong. */
    List<Outcome> measure(Lab lab);
}

package io.parlance.bench.load;

import java.util.concurrent.TimeUnit;

/**
 * When a connection sends.
 *
 * @param intervalNanos between two requests of the connection; 0 for as soon as it can
 * @param offsetNanos its first request, counted from the start
 */
record Pace(long intervalNanos, long offsetNanos) {
    static final Pace CLOSED = new Pace(0, 0);

    /** The pace of one of so many connections which together send at a rate. */
    static Pace of(double perSecond, int connections, int index) {
        double interval = TimeUnit.SECONDS.toNanos(1) * connections / perSecond;
        return new Pace(Math.round(interval), Math.round(interval * index / connections));
    }

    /** When the turn of a request is, or was; for a closed loop it is now. */
    long due(long start, long count, long now) {
        return intervalNanos == 0 ? now : start + offsetNanos + count * intervalNanos;
    }
}

package io.parlance.bench.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

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

    /** Waits for the turn of a request, and answers when it was or, for a closed loop, is. */
    long await(long start, long count) {
        if (intervalNanos == 0) {
            return System.nanoTime();
        }
        long due = start + offsetNanos + count * intervalNanos;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}

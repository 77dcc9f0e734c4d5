package io.parlance.core.limit;

import java.time.Duration;

/**
 * How often somebody may do something.
 *
 * @param name what is counted; each subject has one count for each name
 * @param requests in one window; 0 for any number
 * @param window opens with the first request after the last one closed
 */
public record Quota(String name, int requests, Duration window) {
    /** A node fetches at most this part of a window at once, so that what it holds back stays below 2.5 %. */
    private static final int LEASES = 40;

    boolean unlimited() {
        return requests == 0;
    }

    /** The most permits that a node may hold. */
    int largestLease() {
        return Math.max(1, requests / LEASES);
    }
}

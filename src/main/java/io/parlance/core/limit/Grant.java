package io.parlance.core.limit;

/**
 * What a node got of a window that all nodes share.
 *
 * @param permits none where the window is used up
 * @param endNanos when the window closes
 */
record Grant(long permits, long endNanos) {}

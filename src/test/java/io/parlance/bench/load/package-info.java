/**
 * A load generator that takes little of the machine it shares with the server: one thread with a selector for all
 * connections, requests made beforehand, answers read without making objects.
 */
@NullMarked
package io.parlance.bench.load;

import org.jspecify.annotations.NullMarked;

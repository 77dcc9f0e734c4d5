/**
 * A load generator that takes little of the machine it shares with the server: raw sockets, one thread each, requests made
 * beforehand.
 */
@NullMarked
package io.parlance.bench.load;

import org.jspecify.annotations.NullMarked;

/**
 * Rate limits. A quota is counted in windows that open with the first request of a burst and are shared by all nodes: Bucket4j
 * over PostgreSQL, with permits that a node leases. A burst and a steady rate, for limits of many requests a second, are
 * decided by each node, which learns a moment later what the others let pass.
 */
@NullMarked
package io.parlance.core.limit;

import org.jspecify.annotations.NullMarked;

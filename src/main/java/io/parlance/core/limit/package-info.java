/**
 * Rate limits, counted in windows that open with the first request of a burst and are shared by all nodes: Bucket4j over
 * PostgreSQL, with permits that a node leases.
 */
@NullMarked
package io.parlance.core.limit;

import org.jspecify.annotations.NullMarked;

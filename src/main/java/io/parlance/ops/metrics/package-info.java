/** Shows the figures of all beans that have some, in the text format of Prometheus. */
@NullMarked
package io.parlance.ops.metrics;

import org.jspecify.annotations.NullMarked;

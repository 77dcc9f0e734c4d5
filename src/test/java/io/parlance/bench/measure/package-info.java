/** How figures are made: slices of work that take turns, the CPU they cost, and ratios of neighbours. */
@NullMarked
package io.parlance.bench.measure;

import org.jspecify.annotations.NullMarked;

/**
 * The benchmark behind {@code mvn -Pbench verify}: every figure is a ratio of two things that were measured side by side
 * in one run. It knows the product by its wire, its admin API and its tables only.
 */
@NullMarked
package io.parlance.bench;

import org.jspecify.annotations.NullMarked;

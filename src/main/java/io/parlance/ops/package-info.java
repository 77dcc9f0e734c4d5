/** Start-up and settings: migrations, partitions, the demo tenant, and refusals to run unsafely. */
@NullMarked
package io.parlance.ops;

import org.jspecify.annotations.NullMarked;

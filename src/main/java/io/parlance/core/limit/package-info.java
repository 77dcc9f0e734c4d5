/** Rate limits: per credential in a window anchored at the first request of a burst, or a burst and a steady rate. */
@NullMarked
package io.parlance.core.limit;

import org.jspecify.annotations.NullMarked;

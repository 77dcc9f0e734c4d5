/** Rate limits, counted per credential in a window anchored at the first request of a burst. */
@NullMarked
package io.parlance.core.limit;

import org.jspecify.annotations.NullMarked;

/** Messages: the one way in (intake), the append-only store, and the queries over it. */
@NullMarked
package io.parlance.core.message;

import org.jspecify.annotations.NullMarked;

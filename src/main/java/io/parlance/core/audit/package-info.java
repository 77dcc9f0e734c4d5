/** Who did what, and what was refused: entries are added in the transaction of what they tell of, and never changed. */
@NullMarked
package io.parlance.core.audit;

import org.jspecify.annotations.NullMarked;

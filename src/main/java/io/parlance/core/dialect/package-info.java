/** The SPI by which a message API plugs in; the rest of the product knows dialects only through it. */
@NullMarked
package io.parlance.core.dialect;

import org.jspecify.annotations.NullMarked;

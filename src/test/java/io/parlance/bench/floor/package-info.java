/** What a container costs by itself: the bodies of the product are read and answered, and nothing else happens. */
@NullMarked
package io.parlance.bench.floor;

import org.jspecify.annotations.NullMarked;

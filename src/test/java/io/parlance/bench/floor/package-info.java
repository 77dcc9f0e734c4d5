/** What a container costs by itself: a token is looked up, the bodies of the product are read and answered, nothing is stored. */
@NullMarked
package io.parlance.bench.floor;

import org.jspecify.annotations.NullMarked;

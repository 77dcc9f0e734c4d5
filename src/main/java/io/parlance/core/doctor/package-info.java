/** What the parts of the installation are asked for by its doctor; it knows none of them. */
@NullMarked
package io.parlance.core.doctor;

import org.jspecify.annotations.NullMarked;

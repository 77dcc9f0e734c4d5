/**
 * Files become messages row by row, in the background, within bounded memory. What a row means is the dialect's matter, how a
 * file is read the front door's.
 */
@NullMarked
package io.parlance.core.imports;

import org.jspecify.annotations.NullMarked;

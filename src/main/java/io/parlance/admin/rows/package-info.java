/** Reads files row by row, whatever their size: CSV, JSON, either of them compressed. What a row means it does not know. */
@NullMarked
package io.parlance.admin.rows;

import org.jspecify.annotations.NullMarked;

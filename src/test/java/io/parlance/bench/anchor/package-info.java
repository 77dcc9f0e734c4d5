/** What PostgreSQL does without us: the same rows, by plain JDBC loops, in a database with the same tables. */
@NullMarked
package io.parlance.bench.anchor;

import org.jspecify.annotations.NullMarked;

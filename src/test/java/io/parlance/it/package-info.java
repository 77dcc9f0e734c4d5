/**
 * Black-box tests: they know Parlance by HTTP and by its database, and run on whichever server the build names.
 * One server and one PostgreSQL serve the whole run.
 */
@NullMarked
package io.parlance.it;

import org.jspecify.annotations.NullMarked;

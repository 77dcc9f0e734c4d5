/** Writes what Parlance logs as one line of JSON for each event, whatever the server does with the rest of its log. */
@NullMarked
package io.parlance.ops.log;

import org.jspecify.annotations.NullMarked;

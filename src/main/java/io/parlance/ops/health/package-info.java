/** Tells balancers and starters how this server is, without credentials, without secrets and without waiting for anything. */
@NullMarked
package io.parlance.ops.health;

import org.jspecify.annotations.NullMarked;

/**
 * Kills PostgreSQL and the server under load and then counts: every message that was acknowledged is there exactly once. Has
 * a server and a database of its own, so that no other test is hit.
 */
@NullMarked
package io.parlance.kill;

import org.jspecify.annotations.NullMarked;

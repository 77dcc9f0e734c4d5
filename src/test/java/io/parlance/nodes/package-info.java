/**
 * Two nodes on one PostgreSQL behind HAProxy, set up by the files of {@code server-config}; {@code mvn -Pnodes verify} runs
 * them. PostgreSQL is the one that is installed, as a backup needs its programs, and so an older one than in other tests.
 */
@NullMarked
package io.parlance.nodes;

import org.jspecify.annotations.NullMarked;

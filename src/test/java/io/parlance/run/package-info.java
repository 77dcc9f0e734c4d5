/**
 * Starts and stops what Parlance runs on: a real PostgreSQL and an application server with the WAR, as child
 * processes. Used by {@code mvn -Prun}, the black-box tests and the benchmark. It knows the WAR by its settings
 * and its port only.
 */
@NullMarked
package io.parlance.run;

import org.jspecify.annotations.NullMarked;

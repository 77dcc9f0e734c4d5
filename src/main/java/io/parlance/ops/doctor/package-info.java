/**
 * The doctor: asks every check there is, within a bounded time, and says how the installation is. Checks of PostgreSQL and of the
 * machine are here, others beside what they look at.
 */
@NullMarked
package io.parlance.ops.doctor;

import org.jspecify.annotations.NullMarked;

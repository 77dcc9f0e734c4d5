/**
 * Changes of what a thread is, for dialects whose threads have a life cycle: each happens once, is told in the audit log in the
 * same transaction, and in the thread itself by a message that cannot get lost.
 */
@NullMarked
package io.parlance.core.lifecycle;

import org.jspecify.annotations.NullMarked;

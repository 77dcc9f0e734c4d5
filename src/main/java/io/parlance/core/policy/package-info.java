/** Policies and their rules as texts: stored here, read and obeyed by the dialect that has them. */
@NullMarked
package io.parlance.core.policy;

import org.jspecify.annotations.NullMarked;

/** The refusals the core knows. It decides nothing about HTTP: every dialect words them for itself. */
@NullMarked
package io.parlance.core.problem;

import org.jspecify.annotations.NullMarked;

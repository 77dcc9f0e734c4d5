/** Figures about what happens, kept as plain numbers where they arise; how they are shown is decided elsewhere. */
@NullMarked
package io.parlance.core.figure;

import org.jspecify.annotations.NullMarked;

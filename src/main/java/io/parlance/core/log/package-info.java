/** What a log line is about besides its text; who writes it, and in which form, is decided elsewhere. */
@NullMarked
package io.parlance.core.log;

import org.jspecify.annotations.NullMarked;

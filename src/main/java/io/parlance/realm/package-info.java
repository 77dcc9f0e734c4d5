/** The container-managed security realm (Jakarta Security). It classifies callers and never writes an answer. */
@NullMarked
package io.parlance.realm;

import org.jspecify.annotations.NullMarked;

/** Tells an OpenTelemetry collector about requests, if one is configured. */
@NullMarked
package io.parlance.ops.trace;

import org.jspecify.annotations.NullMarked;

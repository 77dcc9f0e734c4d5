/** Shared JAX-RS and servlet glue of all front doors: bodies, JSON, XML, request ids, refusals. */
@NullMarked
package io.parlance.rest;

import org.jspecify.annotations.NullMarked;

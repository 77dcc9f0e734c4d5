/**
 * Holds what is sent and answered against the OpenAPI documents of the dialects. It knows no dialect: a document beside a
 * dialect's classes is found by itself.
 */
@NullMarked
package io.parlance.openapi;

import org.jspecify.annotations.NullMarked;

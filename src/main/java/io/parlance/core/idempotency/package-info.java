/**
 * What makes a request safe to send twice: the client's key and the answer that was kept for it. It follows
 * draft-ietf-httpapi-idempotency-key-header.
 */
@NullMarked
package io.parlance.core.idempotency;

import org.jspecify.annotations.NullMarked;

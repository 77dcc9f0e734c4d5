/**
 * Decides what callers may do with access requests, by the policies of their tenant. Knows nothing of HTTP; what it decides
 * about is told by {@link io.parlance.dialect.jitsudo.policy.AccessFacts}.
 */
@NullMarked
package io.parlance.dialect.jitsudo.policy;

import org.jspecify.annotations.NullMarked;

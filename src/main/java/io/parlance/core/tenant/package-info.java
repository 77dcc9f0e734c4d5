/** Tenants and what they own: groups, applications, users. Entities stay here, records leave. */
@NullMarked
package io.parlance.core.tenant;

import org.jspecify.annotations.NullMarked;

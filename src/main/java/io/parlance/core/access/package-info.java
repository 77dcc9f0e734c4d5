/** Who may call: credentials, their secrets, verdicts. It may know tenants, but neither headers nor statuses. */
@NullMarked
package io.parlance.core.access;

import org.jspecify.annotations.NullMarked;

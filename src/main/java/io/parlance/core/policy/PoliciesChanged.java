package io.parlance.core.policy;

import java.util.UUID;

/** Event: policies of a tenant were changed. Observe it after the transaction, not in it. */
public record PoliciesChanged(UUID tenantId) {}

package io.parlance.core.tenant;

import java.util.UUID;

/**
 * Event: a tenant, or something it owns that decides who may call and for which group, was changed. Observe it after the
 * transaction, not in it: whatever is looked up before the commit is the state before the change.
 */
public record DirectoryChanged(UUID tenantId) {}

package io.parlance.core.thread;

import java.util.UUID;

/** Fired in the transaction that changes what a thread is, so that nobody goes on with what it was. */
public record ThreadChanged(UUID tenantId, UUID threadId) {}

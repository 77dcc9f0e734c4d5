package io.parlance.core.tenant;

import java.time.Instant;
import java.util.UUID;

/**
 * A client program of a tenant.
 *
 * @param number small integer, unique in the installation
 * @param settings JSON object of documented switches, as text
 */
public record Application(UUID tenantId, UUID id, long number, String name, String settings, Instant createdAt) {}

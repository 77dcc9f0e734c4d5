package io.parlance.core.limit;

import java.util.UUID;

/** What is counted for itself: the requests of a subject of a tenant under a name. */
record Counter(UUID tenantId, UUID subjectId, String name) {}

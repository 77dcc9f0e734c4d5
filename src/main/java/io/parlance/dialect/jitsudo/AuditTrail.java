package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.audit.Actor;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.audit.AuditLog;
import io.parlance.core.audit.MessageTrace;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What of this API goes into the audit log, and in which words. */
@ApplicationScoped
class AuditTrail {
    static final String REQUEST = "access_request";
    static final String CREATED = "request.created";
    static final String BREAK_GLASS = "request.break_glass";
    static final MessageTrace MESSAGES = new MessageTrace("request.message_created", REQUEST);
    private static final String REFUSED = "request.refused";

    @Inject
    AuditLog auditLog;

    /** An entry about an access request. */
    static AuditEntry entry(UUID tenantId, UUID requestId, Actor actor, String action, Map<String, ?> metadata) {
        return AuditEntry.of(tenantId, JitsudoDialect.NAME, actor, action, REQUEST, requestId.toString())
                .metadata(Json.write(metadata));
    }

    /**
     * Refuses what a policy denies, once that is in the log: on disk, in a transaction of its own, before the caller hears of
     * it.
     *
     * @param resourceType {@link #REQUEST}, or the type of what was asked for
     */
    void requirePermitted(
            Decision decision, Caller caller, PolicyEngine.Action action, String resourceType, String resourceId) {
        if (decision.permitted()) {
            return;
        }
        var metadata = Map.of(
                "policy_action", action.word(), "notices", decision.notices(), "policy_ids", decision.policyIds());
        auditLog.recordApart(AuditEntry.of(
                        caller.tenantId(), JitsudoDialect.NAME, Actor.of(caller), REFUSED, resourceType, resourceId)
                .reasoning(decision.reason())
                .metadata(Json.write(metadata)));
        throw JitsudoFault.denied(decision.notices());
    }
}

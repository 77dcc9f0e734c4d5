package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.audit.Actor;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.audit.MessageTrace;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import io.parlance.rest.Json;
import java.util.Map;
import java.util.UUID;

/** What of this API goes into the audit log, and in which words. */
final class AuditTrail {
    static final String REQUEST = "access_request";
    static final String CREATED = "request.created";
    static final String BREAK_GLASS = "request.break_glass";
    static final MessageTrace MESSAGES = new MessageTrace("request.message_created", REQUEST);
    private static final String REFUSED = "request.refused";

    private AuditTrail() {}

    /** An entry about an access request. */
    static AuditEntry entry(UUID tenantId, UUID requestId, Actor actor, String action, Map<String, ?> metadata) {
        return AuditEntry.of(tenantId, JitsudoDialect.NAME, actor, action, REQUEST, requestId.toString())
                .metadata(Json.write(metadata));
    }

    /**
     * Refuses what a policy denies. {@link DenialsLogged} sees to it that this is in the log before the caller hears of it.
     *
     * @param resourceType {@link #REQUEST}, or the type of what was asked for
     */
    static void requirePermitted(
            Decision decision, Caller caller, PolicyEngine.Action action, String resourceType, String resourceId) {
        if (decision.permitted()) {
            return;
        }
        var metadata = Map.of(
                "policy_action", action.word(), "notices", decision.notices(), "policy_ids", decision.policyIds());
        var entry = AuditEntry.of(
                        caller.tenantId(), JitsudoDialect.NAME, Actor.of(caller), REFUSED, resourceType, resourceId)
                .reasoning(decision.reason())
                .metadata(Json.write(metadata));
        throw JitsudoFault.denied(decision.notices(), entry);
    }
}

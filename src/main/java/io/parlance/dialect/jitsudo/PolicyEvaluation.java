package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.store.Uuids;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import io.parlance.dialect.jitsudo.policy.AccessFacts;
import io.parlance.dialect.jitsudo.policy.CedarPolicyEngine;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The dry run: what would be decided. Beside the resources of AWS it takes {@code access_request:<id>}, with what may be done
 * with an access request as the action.
 */
@ApplicationScoped
class PolicyEvaluation {
    private static final String RESOURCE = "resource";
    private static final String ACTION = "action";
    private static final String ACCESS_REQUEST = "access_request";
    private static final int MAX_NAME = 320;
    private static final int MAX_GROUPS = 1000;
    private static final int MAX_RESOURCE = 2048;

    @Inject
    CedarPolicyEngine engine;

    @Inject
    AccessRequests accessRequests;

    @Inject
    Users users;

    /** The documented answer. */
    public record EvaluationResponse(
            boolean permitted, List<UUID> matching_policy_ids, String reason, List<String> notices) {
        static EvaluationResponse of(Decision decision) {
            return new EvaluationResponse(
                    decision.permitted(), decision.policyIds(), decision.reason(), decision.notices());
        }
    }

    EvaluationResponse evaluate(JsonNode body, Caller caller) {
        var members = new Members(body);
        var name = members.text("principal", MAX_NAME);
        var groups = members.optionalTexts("groups", MAX_GROUPS, MAX_NAME);
        var resource = members.text(RESOURCE, MAX_RESOURCE).split(":", 2);
        var action = members.text(ACTION, MAX_NAME);
        if (resource.length < 2 || resource[1].isBlank()) {
            throw members.invalid(RESOURCE, "must have the form type:id");
        }
        var who =
                new CedarPolicyEngine.Who(name, person(caller.tenantId(), name).orElse(null), groups);
        return EvaluationResponse.of(
                resource[0].equals(ACCESS_REQUEST)
                        ? engine.evaluate(who, discussion(members, action), facts(caller, resource[1]))
                        : engine.evaluate(who, Action.REQUEST_ACCESS, facts(members, caller, name, resource, action)));
    }

    private Optional<User> person(UUID tenantId, String name) {
        return Uuids.parse(name).flatMap(id -> users.find(tenantId, id)).or(() -> users.findByEmail(tenantId, name));
    }

    private static Action discussion(Members members, String action) {
        return Arrays.stream(Action.values())
                .filter(known -> known != Action.REQUEST_ACCESS && known.word().equals(action))
                .findFirst()
                .orElseThrow(() -> members.invalid(ACTION, "is none that can be done with an access request"));
    }

    private AccessFacts facts(Caller caller, String id) {
        return AccessFacts.of(accessRequests.current(caller, id));
    }

    private static AccessFacts facts(
            Members members, Caller caller, String principal, String[] resource, String action) {
        if (!AccessFacts.isResourceType(resource[0])) {
            throw members.invalid(RESOURCE, "is of an unknown type");
        }
        var wanted = action.equals(Action.REQUEST_ACCESS.word()) ? null : action;
        return new AccessFacts(
                caller.tenantId(), null, principal, Outcome.PENDING, resource[0], resource[1], wanted, null, false);
    }
}

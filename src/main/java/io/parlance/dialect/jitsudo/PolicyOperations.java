package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.audit.Actor;
import io.parlance.core.audit.AuditEntry;
import io.parlance.core.policy.Policies;
import io.parlance.core.policy.Policy;
import io.parlance.core.policy.PolicyRule;
import io.parlance.rest.Json;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** What changes policies, each with its entry in the audit log. */
@ApplicationScoped
@OncePerKey
class PolicyOperations {
    @Inject
    Policies policies;

    @Inject
    PolicyRules rules;

    Response createPolicy(JsonNode body, Caller caller, URI base, HttpServletRequest request) {
        var wish = PolicyRequest.create(body);
        var first = rules.rules(wish.policySet());
        var made = policies.create(
                caller.tenantId(),
                wish.fields(),
                first,
                policy -> entry(caller, "policy.created", policy, first.size()));
        return Response.created(base.resolve("policies/" + made.id()))
                .entity(body(made))
                .build();
    }

    Response updatePolicy(UUID id, JsonNode body, Caller caller, HttpServletRequest request) {
        var changed = policies.update(
                caller.tenantId(),
                id,
                current -> PolicyRequest.change(body, current),
                policy -> entry(
                        caller,
                        "policy.updated",
                        policy,
                        policies.rules(caller.tenantId(), id).size()));
        return Response.ok(body(changed)).build();
    }

    Response createRule(Policy policy, JsonNode body, Caller caller, URI base, HttpServletRequest request) {
        var made = policies.addRule(caller.tenantId(), policy.id(), rules.rule(body), rule -> entry(caller, rule));
        return Response.created(base.resolve("policies/" + policy.id() + "/rules/" + made.id()))
                .entity(PolicyRuleBody.of(made))
                .build();
    }

    private PolicyBody body(Policy policy) {
        return PolicyBody.of(policy, policies.rules(policy.tenantId(), policy.id()));
    }

    private static AuditEntry entry(Caller caller, String action, Policy policy, int ruleCount) {
        var fields = policy.fields();
        return AuditEntry.of(
                        policy.tenantId(),
                        JitsudoDialect.NAME,
                        Actor.of(caller),
                        action,
                        "policy",
                        policy.id().toString())
                .metadata(Json.write(Map.of(
                        "name", fields.name(),
                        "enabled", fields.enabled(),
                        "priority", fields.priority(),
                        "rule_count", ruleCount)));
    }

    private static AuditEntry entry(Caller caller, PolicyRule rule) {
        return AuditEntry.of(
                        rule.tenantId(),
                        JitsudoDialect.NAME,
                        Actor.of(caller),
                        "policy_rule.created",
                        "policy_rule",
                        rule.id().toString())
                .metadata(Json.write(Map.of("policy_id", rule.policyId(), "policy_text", rule.text())));
    }
}

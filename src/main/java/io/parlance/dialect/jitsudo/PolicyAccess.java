package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.policy.Policies;
import io.parlance.core.policy.Policy;
import io.parlance.core.policy.PolicyRule;
import io.parlance.core.store.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Finds policies, and says who may change them: an API key that acts as {@code system}, which is what Terraform has, and people
 * in the user group {@code admins}. It is no policy that says so, for a wrong one would lock everybody out.
 */
@ApplicationScoped
class PolicyAccess {
    private static final String ADMINS = "admins";
    private static final String SYSTEM = "system";

    @Inject
    Policies policies;

    /** One of another tenant is answered like one that does not exist, and so is an id that is no uuid. */
    Policy require(Caller caller, String id) {
        return Uuids.parse(id)
                .flatMap(uuid -> policies.find(caller.tenantId(), uuid))
                .orElseThrow(JitsudoFault::policyNotFound);
    }

    PolicyRule requireRule(Policy policy, String ruleId) {
        return Uuids.parse(ruleId)
                .flatMap(id -> policies.rules(policy.tenantId(), policy.id()).stream()
                        .filter(rule -> rule.id().equals(id))
                        .findFirst())
                .orElseThrow(JitsudoFault::policyRuleNotFound);
    }

    void requireAdministrator(Caller caller) {
        var user = caller.user();
        boolean may = user == null
                ? caller.actorType() == null || caller.actorType().equals(SYSTEM)
                : user.userGroups().contains(ADMINS);
        if (!may) {
            throw JitsudoFault.of(JitsudoError.FORBIDDEN);
        }
    }
}

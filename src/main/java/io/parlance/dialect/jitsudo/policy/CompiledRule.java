package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.policy.Policy;
import io.parlance.dialect.jitsudo.policy.RuleStructure.Effect;
import io.parlance.dialect.jitsudo.policy.Scope.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule ready to be asked. Its scopes are matched here, as far as that is certain, so that the engine is only given the few
 * rules that may apply.
 *
 * @param id the rule's, by which the engine names it
 * @param policy that it belongs to
 */
record CompiledRule(String id, RulePolicy policy, RuleStructure structure, @Nullable String notice, AccessTerms terms) {

    /**
     * The policy of a rule.
     *
     * @param id null for the built-in one
     */
    record RulePolicy(@Nullable UUID id, String name) {}

    boolean isForbid() {
        return structure.effect() == Effect.FORBID;
    }

    /** Whether it says something about this action on this type of resource, to whomever. */
    boolean speaksAbout(String action, String resourceType) {
        var resource = structure.resource();
        return structure.action().covers(action)
                && (resource.type() == Type.ANY
                        || resource.type() == Type.IN
                        || resourceType.equals(resource.entityType()));
    }

    boolean mayApply(Inquiry inquiry) {
        return speaksAbout(inquiry.action(), inquiry.resourceType()) && isAbout(inquiry.principal());
    }

    private boolean isAbout(Principal principal) {
        var scope = structure.principal();
        return switch (scope.type()) {
            case ANY -> true;
            case IS -> principal.type().equals(scope.entityType());
            case EQ ->
                principal.type().equals(scope.entityType())
                        && principal.names().stream().anyMatch(String.valueOf(scope.entityId())::equalsIgnoreCase);
            case IN -> principal.ancestors().contains(scope.entity());
            case IS_IN ->
                principal.type().equals(scope.entityType())
                        && principal.ancestors().contains(scope.entity());
        };
    }

    /**
     * The rule for the engine. One about exactly this person or key has been matched by every name there is, of which the engine
     * knows only one, so that it gets the rule without that scope.
     */
    Policy policyText() {
        var exact = structure.principal().type() == Type.EQ;
        return new Policy((exact ? structure.withAnyPrincipal() : structure).text(), id);
    }
}

package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.policy.Policy;
import io.parlance.dialect.jitsudo.policy.RuleStructure.Effect;
import io.parlance.dialect.jitsudo.policy.Scope.Type;
import java.util.Locale;
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
     * The rule for the engine. One about exactly this person or key may name it in any way, of which the engine knows the entity
     * itself and, in lower case, what it stands in.
     */
    Policy policyText() {
        return new Policy(structure.withPrincipal(principalForEngine()).text(), id);
    }

    private Scope principalForEngine() {
        var scope = structure.principal();
        if (scope.type() != Type.EQ) {
            return scope;
        }
        var name = String.valueOf(scope.entityId()).toLowerCase(Locale.ROOT);
        return new Scope(Principal.isGroup(name) ? Type.EQ : Type.IN, scope.entityType(), name);
    }
}

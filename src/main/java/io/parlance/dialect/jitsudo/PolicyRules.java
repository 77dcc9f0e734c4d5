package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.policy.NewRule;
import io.parlance.dialect.jitsudo.policy.BadPolicyException;
import io.parlance.dialect.jitsudo.policy.ParsedRule;
import io.parlance.dialect.jitsudo.policy.PolicyParser;
import io.parlance.dialect.jitsudo.policy.RuleAttributes;
import io.parlance.dialect.jitsudo.policy.RuleStructure;
import io.parlance.dialect.jitsudo.policy.TextPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rules of what clients send: a text, or its parts. What the text says counts before the parts. */
@ApplicationScoped
class PolicyRules {
    private static final String TEXT = "policy_text";
    private static final String CONDITIONS = "conditions";
    private static final String NOTICE = "notice";
    private static final int MAX_TEXT = 200_000;
    private static final int MAX_NOTICE = 2000;

    /** Leaves room for those that are given to rules behind it. */
    private static final int MAX_ORDINAL = 1_000_000_000;

    @Inject
    PolicyParser parser;

    /** Body of {@code POST /v1/policies/{policyId}/rules}. */
    NewRule rule(JsonNode body) {
        var members = new Members(body);
        var text = members.optionalText(TEXT, MAX_TEXT);
        var notice = members.optionalText(NOTICE, MAX_NOTICE);
        var ordinal = members.optionalInt("ordinal", 0, MAX_ORDINAL);
        var parsed = text == null ? assembled(members, notice) : written(text, notice);
        var attributes = new RuleAttributes(
                parsed.structure(),
                members.flag("audit_session", true),
                ApprovalMembers.mode(members),
                ApprovalMembers.timeout(members));
        return new NewRule(ordinal, parsed.text(), parsed.notice(), attributes.stored());
    }

    /** The rules of a policy set, in the order of the text. */
    List<NewRule> rules(@Nullable String policySet) {
        if (policySet == null || policySet.isBlank()) {
            return List.of();
        }
        try {
            return parser.parseAll(policySet).stream()
                    .map(rule -> new NewRule(
                            null,
                            rule.text(),
                            rule.notice(),
                            new RuleAttributes(rule.structure(), true, null, null).stored()))
                    .toList();
        } catch (BadPolicyException e) {
            throw JitsudoFault.badPolicy(PolicyRequest.POLICY_SET, TextPlace.of(policySet, e.offset()), e.problem());
        }
    }

    private ParsedRule written(String text, @Nullable String notice) {
        try {
            return parser.parse(text).noticing(notice);
        } catch (BadPolicyException e) {
            throw JitsudoFault.badPolicy(TEXT, TextPlace.of(text, e.offset()), e.problem());
        }
    }

    private ParsedRule assembled(Members members, @Nullable String notice) {
        var structure = ScopeMembers.read(members);
        try {
            return parser.parse(structure.text()).noticing(notice);
        } catch (BadPolicyException e) {
            throw inAssembled(structure, members.node(CONDITIONS).asText(), e);
        }
    }

    /** Where in what was sent; clauses that were made of it begin before it. */
    private static JitsudoFault inAssembled(RuleStructure structure, String sent, BadPolicyException e) {
        if (structure.conditions() == null || e.offset() < structure.conditionsOffset()) {
            return JitsudoFault.badPolicy(TEXT, TextPlace.of(structure.text(), e.offset()), e.problem());
        }
        int offset = e.offset()
                - structure.conditionsOffset()
                - structure.conditions().indexOf(sent);
        return JitsudoFault.badPolicy(CONDITIONS, TextPlace.of(sent, Math.max(0, offset)), e.problem());
    }
}

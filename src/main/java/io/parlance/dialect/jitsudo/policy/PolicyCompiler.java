package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.policy.Policy;
import io.parlance.core.policy.PolicyRule;
import io.parlance.dialect.jitsudo.policy.AccessTerms.ApprovalMode;
import io.parlance.dialect.jitsudo.policy.CompiledRule.RulePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes what is stored ready to be asked. */
final class PolicyCompiler {
    private PolicyCompiler() {}

    /** Takes policies in the order in which they are asked, and the rules of each in theirs. */
    static CompiledPolicies compile(List<Policy> policies, Map<UUID, List<PolicyRule>> rules, PolicySets sets) {
        var byPriority = new TreeMap<Integer, List<CompiledRule>>();
        for (var policy : policies) {
            var group = byPriority.computeIfAbsent(policy.fields().priority(), ignored -> new ArrayList<>());
            var attributes = PolicyAttributes.read(policy.fields().attributes());
            rules.getOrDefault(policy.id(), List.of()).forEach(rule -> group.add(compile(policy, attributes, rule)));
        }
        return new CompiledPolicies(byPriority.descendingMap().values().stream()
                .map(group -> new PriorityGroup(group, sets))
                .toList());
    }

    private static CompiledRule compile(Policy policy, PolicyAttributes ofPolicy, PolicyRule rule) {
        var ofRule = RuleAttributes.read(rule.structure());
        var terms = new AccessTerms(
                Objects.requireNonNullElse(first(ofRule.approvalMode(), ofPolicy.approvalMode()), ApprovalMode.REQUIRE),
                GoDuration.parse(Objects.requireNonNullElse(
                                first(ofRule.approvalTimeout(), ofPolicy.approvalTimeout()), ""))
                        .orElse(null),
                ofPolicy.maxDurationSeconds(),
                ofPolicy.defaultDurationSeconds());
        return new CompiledRule(
                rule.id().toString(),
                new RulePolicy(policy.id(), policy.fields().name()),
                ofRule.structure(),
                rule.notice(),
                terms);
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T otherwise) {
        return one == null ? otherwise : one;
    }
}

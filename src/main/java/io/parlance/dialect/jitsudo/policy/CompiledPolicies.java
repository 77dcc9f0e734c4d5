package io.parlance.dialect.jitsudo.policy;

import io.parlance.dialect.jitsudo.policy.CompiledRule.RulePolicy;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import io.parlance.dialect.jitsudo.policy.PriorityGroup.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The policies of a tenant, ready to be asked: group by group from the highest priority down, until one permits or forbids. What
 * none of them decides is denied. Thread-safe.
 */
final class CompiledPolicies {
    private final List<PriorityGroup> groups;

    CompiledPolicies(List<PriorityGroup> groups) {
        this.groups = List.copyOf(groups);
    }

    boolean speakAbout(Inquiry inquiry) {
        return groups.stream()
                .flatMap(group -> group.rules().stream())
                .anyMatch(rule -> rule.speaksAbout(inquiry.action(), inquiry.resourceType()));
    }

    Decision decide(Inquiry inquiry) {
        var inquiries = sides(inquiry);
        for (var group : groups) {
            var verdict = group.ask(inquiries);
            if (!verdict.forbids().isEmpty()) {
                return denied(verdict.forbids());
            }
            if (!verdict.permits().isEmpty()) {
                return permitted(verdict, inquiry.access());
            }
        }
        return Decision.of(false);
    }

    /**
     * To ask for access is, in the words of some rules, {@code request_access}, and in those of others what is wanted, such as
     * {@code assume}. Both count.
     */
    private static List<Inquiry> sides(Inquiry inquiry) {
        var wanted = inquiry.access().wantedAction();
        if (wanted == null
                || wanted.equals(inquiry.action())
                || !inquiry.action().equals(Action.REQUEST_ACCESS.word())) {
            return List.of(inquiry);
        }
        return List.of(inquiry, inquiry.about(wanted));
    }

    private static Decision denied(List<CompiledRule> forbids) {
        return new Decision(
                false, notices(forbids), "forbidden by " + names(forbids), policyIds(forbids), AccessTerms.DEFAULT);
    }

    /** A policy does not permit what is longer than its longest access. */
    private static Decision permitted(Verdict verdict, AccessFacts access) {
        var permits = verdict.permits().stream()
                .filter(rule -> rule.terms().allows(access.durationSeconds()))
                .toList();
        if (permits.isEmpty()) {
            return new Decision(
                    false,
                    List.of(),
                    names(verdict.permits()) + " permits no access of " + access.durationSeconds() + " seconds",
                    policyIds(verdict.permits()),
                    AccessTerms.DEFAULT);
        }
        var terms = permits.stream()
                .map(CompiledRule::terms)
                .reduce(AccessTerms::strictest)
                .orElseThrow();
        return new Decision(true, notices(permits), "permitted by " + names(permits), policyIds(permits), terms);
    }

    private static List<String> notices(List<CompiledRule> rules) {
        return rules.stream()
                .map(CompiledRule::notice)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String names(List<CompiledRule> rules) {
        return policies(rules)
                .map(policy -> policy.id() == null ? policy.name() : "policy \"" + policy.name() + "\"")
                .reduce((all, next) -> all + ", " + next)
                .orElseThrow();
    }

    private static List<UUID> policyIds(List<CompiledRule> rules) {
        var ids = new ArrayList<UUID>();
        policies(rules).map(RulePolicy::id).filter(Objects::nonNull).forEach(ids::add);
        return List.copyOf(ids);
    }

    private static Stream<RulePolicy> policies(List<CompiledRule> rules) {
        return rules.stream().map(CompiledRule::policy).distinct();
    }
}

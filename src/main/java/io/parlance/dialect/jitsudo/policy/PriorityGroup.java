package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of one priority. Which of them may apply is found out here; the engine keeps a parsed set for each selection that
 * occurs, as it reads no text on the threads of requests. Thread-safe.
 */
final class PriorityGroup {
    private static final int MAX_SELECTIONS = 500;

    private final List<CompiledRule> rules;
    private final CedarThread thread;
    private final Cache<BitSet, PolicySet> selections =
            Caffeine.newBuilder().maximumSize(MAX_SELECTIONS).build();

    /** Takes rules in the order of their notices. */
    PriorityGroup(List<CompiledRule> rules, CedarThread thread) {
        this.rules = List.copyOf(rules);
        this.thread = thread;
    }

    List<CompiledRule> rules() {
        return rules;
    }

    /** Asks the engine each of the questions; a forbid that applies to one of them decides for all. */
    Verdict ask(List<Inquiry> inquiries) {
        var permits = new LinkedHashSet<CompiledRule>();
        var forbids = new LinkedHashSet<CompiledRule>();
        for (var inquiry : inquiries) {
            ask(inquiry, permits, forbids);
        }
        return new Verdict(ordered(permits), ordered(forbids));
    }

    private void ask(Inquiry inquiry, Set<CompiledRule> permits, Set<CompiledRule> forbids) {
        var selection = new BitSet(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            selection.set(i, rules.get(i).mayApply(inquiry));
        }
        if (selection.isEmpty()) {
            return;
        }
        var answer = CedarCall.ask(inquiry, selections.get(selection, this::prepare));
        for (int i = selection.nextSetBit(0); i >= 0; i = selection.nextSetBit(i + 1)) {
            var rule = rules.get(i);
            if (rule.isForbid()
                    && (answer.determining().contains(rule.id())
                            || answer.failed().contains(rule.id()))) {
                forbids.add(rule);
            }
            if (!rule.isForbid() && answer.determining().contains(rule.id())) {
                permits.add(rule);
            }
        }
    }

    private List<CompiledRule> ordered(Set<CompiledRule> found) {
        return rules.stream().filter(found::contains).toList();
    }

    private PolicySet prepare(BitSet selection) {
        return thread.call(() -> cached(selection));
    }

    private PolicySet cached(BitSet selection) {
        var policies = new HashSet<Policy>();
        selection.stream().forEach(i -> policies.add(rules.get(i).policyText()));
        var set = new PolicySet(policies);
        try {
            set.cache();
        } catch (CacheException e) {
            throw new IllegalStateException("stored policies cannot be read", e);
        }
        return set;
    }

    /** The rules that apply, in their order. */
    record Verdict(List<CompiledRule> permits, List<CompiledRule> forbids) {}
}

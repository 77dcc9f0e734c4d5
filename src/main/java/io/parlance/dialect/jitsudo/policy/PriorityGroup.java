package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.policy.PolicySet;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The rules of one priority. Which of them may apply is found out here, so that the engine is given a parsed set of these only.
 * Who has it select in ever new ways gets all rules evaluated instead; the answer is the same. Thread-safe.
 */
final class PriorityGroup {
    /** As many characters of rules are read for selections. */
    static final int MAX_CHARACTERS = 1 << 20;

    private static final int PATIENCE_SECONDS = 5;

    private final List<CompiledRule> rules;
    private final PolicySets sets;

    /** One at a time is read, so that a busy tenant does not keep the others waiting. */
    private final ReentrantLock reading = new ReentrantLock();

    private long charactersRead;

    private record Selection(PriorityGroup group, BitSet rules) {}

    /** Takes rules in the order of their notices. */
    PriorityGroup(List<CompiledRule> rules, PolicySets sets) {
        this.rules = List.copyOf(rules);
        this.sets = sets;
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
        var answer = CedarCall.ask(inquiry, parsed(selection));
        for (var rule : rules) {
            boolean determines = answer.determining().contains(rule.id());
            if (rule.isForbid() && (determines || answer.failed().contains(rule.id()))) {
                forbids.add(rule);
            }
            if (!rule.isForbid() && determines) {
                permits.add(rule);
            }
        }
    }

    private List<CompiledRule> ordered(Set<CompiledRule> found) {
        return rules.stream().filter(found::contains).toList();
    }

    private PolicySet parsed(BitSet selection) {
        var known = sets.find(new Selection(this, selection));
        return known == null ? read(selection) : known;
    }

    private PolicySet read(BitSet selection) {
        try {
            if (!reading.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RejectedException(Reason.OVERLOADED, "too many policies of the tenant are being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(Reason.OVERLOADED, "the server stops");
        }
        try {
            return readOnce(charactersRead < MAX_CHARACTERS ? selection : all());
        } finally {
            reading.unlock();
        }
    }

    private PolicySet readOnce(BitSet selection) {
        var key = new Selection(this, selection);
        var known = sets.find(key);
        if (known != null) {
            return known;
        }
        var set = sets.read(
                key,
                selection.stream()
                        .mapToObj(i -> rules.get(i).policyText())
                        .collect(Collectors.toCollection(HashSet::new)));
        charactersRead += PolicySets.characters(set);
        return set;
    }

    private BitSet all() {
        var all = new BitSet(rules.size());
        all.set(0, rules.size());
        return all;
    }

    /** The rules that apply, in their order. */
    record Verdict(List<CompiledRule> permits, List<CompiledRule> forbids) {}
}

package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tenant that asks about ever other people: what is read for it is bounded, and what is decided is the same. */
class PriorityGroupTest {
    private static final int TEAMS = 12;

    /** Each person is in other teams, so that each asks for another selection of rules. */
    private static final List<Principal> PEOPLE = IntStream.range(1, 200)
            .mapToObj(bits -> TestPolicies.ada(IntStream.range(0, TEAMS)
                    .filter(team -> (bits >> team & 1) == 1)
                    .mapToObj(team -> "team-" + team)
                    .toArray(String[]::new)))
            .toList();

    private final CountingSets sets = new CountingSets();

    @Test
    void readsABoundedNumberOfSelections() {
        var policies = TestPolicies.of(ofTeams()).compiled(sets);
        PEOPLE.forEach(person -> decide(policies, person));
        assertThat(sets.read).isLessThan(50);
    }

    @Test
    void decidesByAllRulesAsByASelectionOfThem() {
        var written = TestPolicies.of(ofTeams())
                .and(
                        0,
                        "@notice(\"other\") forbid(principal == User::\"Grace@example.org\", action, resource);",
                        "@notice(\"group\") forbid(principal == User::\"group:team-1\", action, resource);",
                        "@notice(\"ada\") forbid(principal == User::\"Ada@Example.org\", action, resource)"
                                + " when { principal in User::\"group:team-3\" };");
        var exhausted = written.compiled(sets);
        PEOPLE.forEach(person -> decide(exhausted, person));
        for (var person : PEOPLE) {
            assertThat(decide(exhausted, person)).isEqualTo(decide(written.compiled(TestPolicies.SETS), person));
        }
    }

    @Test
    void readsNothingTwice() {
        var policies = TestPolicies.of(ofTeams()).compiled(sets);
        decide(policies, PEOPLE.get(0));
        decide(policies, PEOPLE.get(0));
        assertThat(sets.read).isEqualTo(1);
    }

    @Test
    void isRefusedByAnEngineThatFails() {
        sets.broken = true;
        var policies = TestPolicies.of(ofTeams()).compiled(sets);
        assertThatThrownBy(() -> decide(policies, PEOPLE.get(0))).isInstanceOf(IllegalStateException.class);
    }

    private static Decision decide(CompiledPolicies policies, Principal principal) {
        return policies.decide(TestPolicies.inquiry(principal, Action.ADD_MESSAGE, TestPolicies.access()));
    }

    private static String[] ofTeams() {
        return IntStream.range(0, TEAMS)
                .mapToObj(team -> "@notice(\"%1$d\") permit(principal in User::\"group:team-%1$d\", action, resource)"
                                .formatted(team)
                        + " when { \"%s\" != \"\" };".formatted("x".repeat(10_000)))
                .toArray(String[]::new);
    }

    private static final class CountingSets extends PolicySets {
        private int read;
        private boolean broken;

        CountingSets() {
            thread = TestPolicies.THREAD;
        }

        @Override
        PolicySet read(Object key, Set<Policy> policies) {
            if (broken) {
                throw new IllegalStateException("the engine fails");
            }
            read++;
            return super.read(key, policies);
        }
    }
}

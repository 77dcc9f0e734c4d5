package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.dialect.jitsudo.policy.AccessTerms.ApprovalMode;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes of rules that apply: priorities, notices, terms, and rules that fail while they are asked. */
class PolicyOutcomeTest {
    private static final String PERMIT = "permit(principal, action, resource);";
    private static final String FORBID = "forbid(principal, action, resource);";
    private static final String OVERFLOW = "context.hour + 9223372036854775807 > 0";

    @Test
    void asksHigherPrioritiesFirst() {
        assertThat(decide(TestPolicies.of(FORBID).and(10, PERMIT)).permitted()).isTrue();
        assertThat(decide(TestPolicies.of(PERMIT).and(10, FORBID)).permitted()).isFalse();
    }

    @Test
    void goesOnToLowerPrioritiesOnlyWhereHigherOnesSayNothing() {
        var silent = "forbid(principal in User::\"group:nobody\", action, resource);";
        var decision = decide(TestPolicies.of(PERMIT).and(10, silent).and(-5, FORBID));
        assertThat(decision.permitted()).isTrue();
        assertThat(decision.policyIds()).containsExactly(new UUID(0, 1));
    }

    @Test
    void letsAForbidWinAmongPoliciesOfOnePriority() {
        var decision = decide(TestPolicies.of(PERMIT).and(0, FORBID));
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.reason()).isEqualTo("forbidden by policy \"p1\"");
        assertThat(decision.policyIds()).containsExactly(new UUID(0, 2));
    }

    @Test
    void tellsTheNoticesOfTheDeterminingRulesInTheirOrder() {
        var decision = decide(TestPolicies.of(
                "@notice(\"permitted\") permit(principal, action, resource);",
                "@notice(\"first\") forbid(principal, action, resource) when { context.hour > 0 };",
                "@notice(\"not about this\") forbid(principal, action, resource) when { context.hour == 0 };",
                "forbid(principal, action, resource);",
                "@notice(\"last\\n\\u{e9}\") forbid(principal, action, resource);"));
        assertThat(decision.notices()).containsExactly("first", "last\n\u00e9");
    }

    @Test
    void tellsNoticesOfPermitsToo() {
        var decision = decide(TestPolicies.of("@notice(\"be brief\") permit(principal, action, resource);"));
        assertThat(decision.permitted()).isTrue();
        assertThat(decision.notices()).containsExactly("be brief");
    }

    @Test
    void deniesWhereAForbidFails() {
        var decision = decide(TestPolicies.of(
                PERMIT, "@notice(\"broken\") forbid(principal, action, resource) when { " + OVERFLOW + " };"));
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.notices()).containsExactly("broken");
    }

    @Test
    void skipsAPermitThatFails() {
        var broken = "permit(principal, action, resource) when { " + OVERFLOW + " };";
        assertThat(decide(TestPolicies.of(broken)).permitted()).isFalse();
        assertThat(decide(TestPolicies.of(broken, PERMIT)).permitted()).isTrue();
    }

    @Test
    void deniesWhereAForbidMissesAnAttribute() {
        var unchecked =
                TestPolicies.of(PERMIT).unchecked("forbid(principal, action, resource) when { resource.absent == 1 };");
        assertThat(decide(unchecked).permitted()).isFalse();
    }

    @Test
    void skipsAPermitThatMissesAnAttribute() {
        var unchecked =
                TestPolicies.of().unchecked("permit(principal, action, resource) when { resource.absent == 1 };");
        assertThat(decide(unchecked)).isEqualTo(Decision.of(false));
    }

    @Test
    void permitsOnTheStrictestTermsOfThePoliciesThatPermit() {
        var auto = new PolicyAttributes(28_800, 7200, null, ApprovalMode.AUTO, "24h");
        var require = new PolicyAttributes(14_400, null, null, ApprovalMode.REQUIRE, "1h30m");
        assertThat(ask(new TestPolicies().and(0, auto, PERMIT)).terms())
                .isEqualTo(new AccessTerms(ApprovalMode.AUTO, Duration.ofHours(24), 28_800, 7200));
        assertThat(ask(new TestPolicies().and(0, auto, PERMIT).and(0, require, PERMIT))
                        .terms())
                .isEqualTo(new AccessTerms(ApprovalMode.REQUIRE, Duration.ofMinutes(90), 14_400, 7200));
    }

    @Test
    void permitsNoLongerAccessThanAPolicyAllows() {
        var brief = new PolicyAttributes(3600, null, null, null, null);
        var decision = ask(new TestPolicies().and(0, brief, PERMIT));
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.reason()).isEqualTo("policy \"p0\" permits no access of 14400 seconds");
        assertThat(ask(new TestPolicies().and(0, brief, PERMIT).and(0, PERMIT)).permitted())
                .isTrue();
    }

    private static Decision decide(TestPolicies policies) {
        return policies.decide(TestPolicies.ada(), Action.ADD_MESSAGE, TestPolicies.access());
    }

    private static Decision ask(TestPolicies policies) {
        return policies.decide(TestPolicies.ada(), Action.REQUEST_ACCESS, TestPolicies.access());
    }
}

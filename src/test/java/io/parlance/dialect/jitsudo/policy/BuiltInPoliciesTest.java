package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.dialect.jitsudo.TestAccess;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a tenant without policies. */
class BuiltInPoliciesTest {
    private static final CompiledPolicies BUILT_IN = TestPolicies.builtIn();
    private static final Principal KEY = Principal.of(TestAccess.key("system"));

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_ACCESS", "ADD_MESSAGE", "LIST_MESSAGES", "READ_REQUEST"})
    void letsAllOfTheTenantAskAndDiscuss(Action action) {
        for (var principal : List.of(TestPolicies.ada(), KEY)) {
            assertThat(decide(principal, action, "pending").permitted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied", "cancelled", "expired"})
    void takesNoMessageWhenTheRequestIsClosed(String status) {
        var decision = decide(TestPolicies.ada(), Action.ADD_MESSAGE, status);
        assertThat(decision.permitted()).isFalse();
        assertThat(decision.notices()).containsExactly("This access request is closed; it takes no more messages.");
        assertThat(decision.policyIds()).isEmpty();
        assertThat(decide(TestPolicies.ada(), Action.LIST_MESSAGES, status).permitted())
                .isTrue();
    }

    @Test
    void takesMessagesWhenTheRequestIsApproved() {
        assertThat(decide(TestPolicies.ada(), Action.ADD_MESSAGE, "approved").permitted())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVE", "DENY"})
    void letsApproversDecideWhatOthersAskFor(Action action) {
        assertThat(decide(TestPolicies.ada("approvers"), action, "pending").permitted())
                .isTrue();
        assertThat(decide(TestPolicies.ada("group:approvers"), action, "pending")
                        .permitted())
                .isTrue();
        assertThat(decide(TestPolicies.ada("readers"), action, "pending").permitted())
                .isFalse();
        assertThat(decide(KEY, action, "pending").permitted()).isFalse();
        var own = decide(Principal.stranger("Grace@example.org", List.of("approvers")), action, "pending");
        assertThat(own.permitted()).isFalse();
        assertThat(own.notices()).containsExactly("Nobody decides an access request of their own.");
    }

    @Test
    void letsOnlyTheRequesterCancel() {
        assertThat(decide(TestPolicies.ada("approvers"), Action.CANCEL, "pending")
                        .permitted())
                .isFalse();
        assertThat(decide(Principal.stranger("grace@example.org", List.of()), Action.CANCEL, "pending")
                        .permitted())
                .isTrue();
    }

    @Test
    void knowsARequesterByTheIdToo() {
        var ada = Principal.of(TestAccess.ada("approvers"));
        var own =
                AccessFacts.of(TestAccess.requestedBy(TestAccess.ADA.toString().toUpperCase(Locale.ROOT)));
        assertThat(BUILT_IN.decide(TestPolicies.inquiry(ada, Action.CANCEL, own))
                        .permitted())
                .isTrue();
        assertThat(BUILT_IN.decide(TestPolicies.inquiry(ada, Action.APPROVE, own))
                        .permitted())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takesNobodyForTheRequesterWhereThereIsNone(String requester) {
        var orphan = AccessFacts.of(TestAccess.requestedBy(requester));
        assertThat(BUILT_IN.decide(TestPolicies.inquiry(KEY, Action.CANCEL, orphan))
                        .permitted())
                .isFalse();
    }

    private static Decision decide(Principal principal, Action action, String status) {
        return BUILT_IN.decide(TestPolicies.inquiry(principal, action, TestPolicies.access(status)));
    }
}

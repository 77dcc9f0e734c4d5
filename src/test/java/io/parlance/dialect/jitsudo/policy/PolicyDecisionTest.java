package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules apply to whom and to what: each form of scope, for both sides of it. */
class PolicyDecisionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "principal                                                | true",
                "principal == User::\"ada@example.org\"                   | true",
                "principal == User::\"Ada@Example.ORG\"                   | true",
                "principal == User::\"grace@example.org\"                 | false",
                "principal == ApiKey::\"ada@example.org\"                 | false",
                "principal in User::\"group:engineering\"                 | true",
                "principal in User::\"group:sales\"                       | false",
                "principal in User::\"ada@example.org\"                   | true",
                "principal is User                                        | true",
                "principal is ApiKey                                      | false",
                "principal is User in User::\"group:engineering\"         | true",
                "principal is User in User::\"group:sales\"               | false",
            })
    void matchesThePrincipal(String scope, boolean applies) {
        assertThat(permits(scope, "action", "resource", Action.ADD_MESSAGE)).isEqualTo(applies);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "action                                                        | true",
                "action == Action::\"add_message\"                             | true",
                "action == Action::\"approve\"                                 | false",
                "action in Action::\"add_message\"                             | true",
                "action in [Action::\"approve\", Action::\"add_message\"]      | true",
                "action in [Action::\"approve\", Action::\"deny\"]             | false",
            })
    void matchesTheAction(String scope, boolean applies) {
        assertThat(permits("principal", scope, "resource", Action.ADD_MESSAGE)).isEqualTo(applies);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resource                                                              | true",
                "resource == AccessRequest::\"0198a000-0000-7000-8000-00000000000f\"   | true",
                "resource == AccessRequest::\"0198a000-0000-7000-8000-00000000000e\"   | false",
                "resource in AwsAccount::\"123456789012\"                              | true",
                "resource in AwsAccount::\"210987654321\"                              | false",
                "resource is AccessRequest                                             | true",
                "resource is AccessRequest in AwsAccount::\"123456789012\"             | true",
                "resource is AccessRequest in AwsAccount::\"210987654321\"             | false",
            })
    void matchesTheAccessRequest(String scope, boolean applies) {
        assertThat(permits("principal", "action", scope, Action.ADD_MESSAGE)).isEqualTo(applies);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resource                                        | true",
                "resource == AwsAccount::\"123456789012\"        | true",
                "resource == AwsAccount::\"210987654321\"        | false",
                "resource == AwsS3Bucket::\"123456789012\"       | false",
                "resource in AwsAccount::\"123456789012\"        | true",
                "resource is AwsAccount                          | true",
                "resource is AwsOrganizationalUnit               | false",
                "resource is AwsAccount in AwsAccount::\"123456789012\" | true",
            })
    void matchesTheResourceThatAccessIsAskedFor(String scope, boolean applies) {
        assertThat(permits("principal", "action", scope, Action.REQUEST_ACCESS)).isEqualTo(applies);
    }

    @ParameterizedTest
    @CsvSource({"request_access, true", "assume, true", "admin, false"})
    void takesBothTheGuidesWordForAskingAndWhatIsWanted(String action, boolean applies) {
        assertThat(permits("principal", "action == Action::\"" + action + "\"", "resource", Action.REQUEST_ACCESS))
                .isEqualTo(applies);
    }

    @Test
    void readsConditions() {
        var rule = "permit(principal, action, resource) when { %s } unless { context.break_glass };";
        assertThat(permits(rule.formatted("context.duration_seconds <= 14400 && context.hour == 10")))
                .isTrue();
        assertThat(permits(rule.formatted("context.duration_seconds < 14400"))).isFalse();
        assertThat(permits(rule.formatted("resource.requester == \"grace@example.org\"")))
                .isTrue();
        assertThat(permits(rule.formatted("principal.email == resource.requester")))
                .isFalse();
    }

    @Test
    void deniesWhatNoRulePermits() {
        var decision = TestPolicies.of("permit(principal in User::\"group:sales\", action, resource);")
                .decide(TestPolicies.ada("engineering"), Action.ADD_MESSAGE, TestPolicies.access());
        assertThat(decision).isEqualTo(Decision.of(false));
    }

    private static boolean permits(String principal, String action, String resource, Action asked) {
        return TestPolicies.of("permit(%s, %s, %s);".formatted(principal, action, resource))
                .decide(TestPolicies.ada("engineering"), asked, TestPolicies.access())
                .permitted();
    }

    private static boolean permits(String rule) {
        return TestPolicies.of(rule)
                .decide(TestPolicies.ada(), Action.ADD_MESSAGE, TestPolicies.access())
                .permitted();
    }
}

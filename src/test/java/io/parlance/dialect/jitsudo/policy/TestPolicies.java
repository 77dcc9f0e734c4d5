package io.parlance.dialect.jitsudo.policy;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.policy.Policy;
import io.parlance.core.policy.PolicyFields;
import io.parlance.core.policy.PolicyRule;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The engine without a server: what one tenant has written, asked directly. */
final class TestPolicies {
    static final UUID TENANT = UUID.fromString("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0");
    static final CedarThread THREAD = new CedarThread();
    static final PolicyParser PARSER = parser();
    static final PolicySets SETS = sets();

    private final List<Policy> policies = new ArrayList<>();
    private final Map<UUID, List<PolicyRule>> rules = new HashMap<>();

    /** A parser with the real engine behind it. */
    static PolicyParser parser() {
        var library = new CedarLibrary();
        library.configuration = TestConfiguration.of();
        library.thread = THREAD;
        var parser = new PolicyParser();
        parser.library = library;
        parser.thread = THREAD;
        return parser;
    }

    private static PolicySets sets() {
        var sets = new PolicySets();
        sets.thread = THREAD;
        return sets;
    }

    static TestPolicies of(String... texts) {
        return new TestPolicies().and(0, texts);
    }

    static CompiledPolicies builtIn() {
        var builtIn = new BuiltInPolicies();
        builtIn.parser = PARSER;
        builtIn.sets = SETS;
        return builtIn.policies();
    }

    /** Adds a policy of these rules, checked like any other. */
    TestPolicies and(int priority, String... texts) {
        return and(priority, new PolicyAttributes(86_400, null, null, null, null), texts);
    }

    TestPolicies and(int priority, PolicyAttributes attributes, String... texts) {
        var id = new UUID(0, policies.size() + 1);
        var fields = new PolicyFields("p" + policies.size(), null, true, priority, attributes.stored());
        policies.add(new Policy(TENANT, id, fields, Instant.EPOCH, Instant.EPOCH));
        var own = new ArrayList<PolicyRule>();
        for (var text : texts) {
            own.add(rule(id, own.size(), PARSER.parse(text)));
        }
        rules.put(id, own);
        return this;
    }

    /** Adds a rule for all as the store would hold it had nobody checked it. */
    TestPolicies unchecked(String text) {
        var conditions =
                text.substring(text.indexOf(')') + 1, text.length() - 1).strip();
        var effect = RuleStructure.Effect.valueOf(text.substring(0, 6).toUpperCase(Locale.ROOT));
        var structure = new RuleStructure(effect, Scope.ANY, RuleStructure.ActionScope.ANY, Scope.ANY, conditions);
        and(0);
        var policyId = policies.get(policies.size() - 1).id();
        rules.get(policyId).add(rule(policyId, 0, new ParsedRule(text, structure, null)));
        return this;
    }

    private static PolicyRule rule(UUID policyId, int ordinal, ParsedRule parsed) {
        var attributes = new RuleAttributes(parsed.structure(), true, null, null);
        return new PolicyRule(
                TENANT,
                UUID.randomUUID(),
                policyId,
                ordinal,
                parsed.text(),
                parsed.notice(),
                attributes.stored(),
                Instant.EPOCH);
    }

    CompiledPolicies compiled() {
        return compiled(SETS);
    }

    CompiledPolicies compiled(PolicySets sets) {
        return PolicyCompiler.compile(policies(), rules, sets);
    }

    /** In the order in which they are asked. */
    List<Policy> policies() {
        var order = Comparator.comparing((Policy policy) -> policy.fields().priority())
                .reversed();
        return policies.stream().sorted(order).toList();
    }

    Map<UUID, List<PolicyRule>> rules() {
        return rules;
    }

    Decision decide(Principal principal, Action action, AccessFacts access) {
        return compiled().decide(inquiry(principal, action, access));
    }

    static Inquiry inquiry(Principal principal, Action action, AccessFacts access) {
        return new Inquiry(principal, action.word(), action == Action.REQUEST_ACCESS, access, 10);
    }

    static Principal ada(String... groups) {
        return Principal.stranger("ada@example.org", List.of(groups));
    }

    /** Grace's pending request for the account 123456789012, four hours long. */
    static AccessFacts access() {
        return access("pending");
    }

    static AccessFacts access(String status) {
        return new AccessFacts(
                TENANT,
                UUID.fromString("0198a000-0000-7000-8000-00000000000f"),
                "grace@example.org",
                status,
                "aws_account",
                "123456789012",
                "assume",
                14_400,
                false);
    }
}

package io.parlance.dialect.jitsudo.policy;

import io.parlance.dialect.jitsudo.policy.CompiledRule.RulePolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds where a tenant's own rules say nothing: {@code built-in.cedar} beside this class. */
@ApplicationScoped
class BuiltInPolicies {
    private static final String TEXT = "built-in.cedar";
    private static final RulePolicy POLICY = new RulePolicy(null, "the built-in rules");

    @Inject
    PolicyParser parser;

    @Inject
    PolicySets sets;

    private volatile @Nullable CompiledPolicies compiled;

    /** Makes everything ready that the first answer needs. */
    void warmUp() {
        var nothing = new AccessFacts(new UUID(0, 0), null, null, "pending", null, null, null, null, false);
        var somebody = Principal.stranger("nobody@example.org", List.of());
        policies().decide(new Inquiry(somebody, "add_message", false, nothing, 0));
    }

    CompiledPolicies policies() {
        var known = compiled;
        if (known == null) {
            known = compile();
            compiled = known;
        }
        return known;
    }

    private CompiledPolicies compile() {
        var rules = new ArrayList<CompiledRule>();
        for (var rule : parser.parseAll(text())) {
            var id = "built-in-" + rules.size();
            rules.add(new CompiledRule(id, POLICY, rule.structure(), rule.notice(), AccessTerms.DEFAULT));
        }
        return new CompiledPolicies(List.of(new PriorityGroup(rules, sets)));
    }

    private static String text() {
        try (var resource = Objects.requireNonNull(BuiltInPolicies.class.getResourceAsStream(TEXT))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void forget() {
        compiled = null;
    }
}

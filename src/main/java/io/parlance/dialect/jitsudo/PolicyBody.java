package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parlance.core.policy.Policy;
import io.parlance.core.policy.PolicyRule;
import io.parlance.dialect.jitsudo.policy.PolicyAttributes;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documented policy, and its summary in lists: that has no {@code rules} but a {@code rule_count}. */
public record PolicyBody(
        UUID id,
        String name,
        @Nullable String description,
        boolean enabled,
        int priority,
        int max_duration_seconds,
        @Nullable Integer default_duration_seconds,
        @Nullable String notification_channel,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approval_mode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approval_timeout,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PolicyRuleBody> rules,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer rule_count,
        String created_at,
        String updated_at) {
    static PolicyBody of(Policy policy, List<PolicyRule> rules) {
        return of(policy, rules.stream().map(PolicyRuleBody::of).toList(), null);
    }

    static PolicyBody summary(Policy policy, int ruleCount) {
        return of(policy, null, ruleCount);
    }

    private static PolicyBody of(Policy policy, @Nullable List<PolicyRuleBody> rules, @Nullable Integer ruleCount) {
        var fields = policy.fields();
        var attributes = PolicyAttributes.read(fields.attributes());
        return new PolicyBody(
                policy.id(),
                fields.name(),
                fields.description(),
                fields.enabled(),
                fields.priority(),
                attributes.maxDurationSeconds(),
                attributes.defaultDurationSeconds(),
                attributes.notificationChannel(),
                attributes.approvalMode() == null
                        ? null
                        : attributes.approvalMode().name().toLowerCase(Locale.ROOT),
                attributes.approvalTimeout(),
                rules,
                ruleCount,
                WireTime.text(policy.createdAt()),
                WireTime.text(policy.updatedAt()));
    }
}

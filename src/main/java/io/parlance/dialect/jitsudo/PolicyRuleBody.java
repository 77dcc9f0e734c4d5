package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parlance.core.policy.PolicyRule;
import io.parlance.dialect.jitsudo.policy.RuleAttributes;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documented rule; the last two members are those of the guides, written where they were set. */
public record PolicyRuleBody(
        UUID id,
        int ordinal,
        String effect,
        String policy_text,
        String principal_scope_type,
        @Nullable String principal_entity_type,
        @Nullable String principal_entity_id,
        String action_scope_type,
        List<String> action_ids,
        String resource_scope_type,
        @Nullable String resource_entity_type,
        @Nullable String resource_entity_id,
        @Nullable String conditions,
        @Nullable String notice,
        boolean audit_session,
        String created_at,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approval_mode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approval_timeout) {
    static PolicyRuleBody of(PolicyRule rule) {
        var attributes = RuleAttributes.read(rule.structure());
        var structure = attributes.structure();
        return new PolicyRuleBody(
                rule.id(),
                rule.ordinal(),
                structure.effect().word(),
                rule.text(),
                structure.principal().type().word(),
                structure.principal().entityType(),
                structure.principal().entityId(),
                structure.action().type().word(),
                structure.action().ids(),
                structure.resource().type().word(),
                structure.resource().entityType(),
                structure.resource().entityId(),
                structure.conditions(),
                rule.notice(),
                attributes.auditSession(),
                WireTime.text(rule.createdAt()),
                attributes.approvalMode() == null
                        ? null
                        : attributes.approvalMode().name().toLowerCase(Locale.ROOT),
                attributes.approvalTimeout());
    }
}

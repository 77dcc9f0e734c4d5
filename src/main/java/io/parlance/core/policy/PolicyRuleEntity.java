package io.parlance.core.policy;

import io.parlance.core.store.TenantRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code policy_rule}. */
@Entity
@Table(name = "policy_rule")
class PolicyRuleEntity extends TenantRow {
    @Column(name = "policy_id")
    UUID policyId;

    int ordinal;
    String text;

    @Nullable
    String notice;

    String structure;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected PolicyRuleEntity() {}

    PolicyRuleEntity(UUID tenantId, UUID id, UUID policyId, int ordinal, NewRule rule) {
        super(tenantId, id);
        this.policyId = policyId;
        this.ordinal = ordinal;
        this.text = rule.text();
        this.notice = rule.notice();
        this.structure = rule.structure();
    }

    PolicyRule snapshot() {
        return new PolicyRule(tenantId(), id(), policyId, ordinal, text, notice, structure, createdAt());
    }
}

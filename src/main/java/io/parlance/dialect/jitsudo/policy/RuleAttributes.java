package io.parlance.dialect.jitsudo.policy;

import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of a rule beside its text, as JSON.
 *
 * @param approvalMode null for that of the policy; the same holds for the timeout
 */
public record RuleAttributes(
        RuleStructure structure,
        boolean auditSession,
        AccessTerms.@Nullable ApprovalMode approvalMode,
        @Nullable String approvalTimeout) {
    public static RuleAttributes read(String stored) {
        return Json.bind(Json.read(stored.getBytes(StandardCharsets.UTF_8)), RuleAttributes.class);
    }

    public String stored() {
        return Json.write(this);
    }
}

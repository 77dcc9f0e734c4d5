package io.parlance.dialect.jitsudo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.policy.PolicyFields;
import io.parlance.dialect.jitsudo.policy.PolicyAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/policies} and of {@code PATCH}, which changes what it names.
 *
 * @param policySet several statements in one text; null for none
 */
record PolicyRequest(PolicyFields fields, @Nullable String policySet) {
    static final String POLICY_SET = "cedar_policy_set";
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String ENABLED = "enabled";
    private static final String PRIORITY = "priority";
    private static final String MAX_DURATION = "max_duration_seconds";
    private static final String DEFAULT_DURATION = "default_duration_seconds";
    private static final String CHANNEL = "notification_channel";
    private static final int MAX_NAME = 255;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_SET = 200_000;
    private static final int MAX_SECONDS = 366 * 24 * 3600;

    static PolicyRequest create(JsonNode body) {
        var members = new Members(body);
        var name = members.text(NAME, MAX_NAME);
        var nothing = new PolicyAttributes(0, null, null, null, null);
        var attributes = attributes(members, nothing);
        if (attributes.maxDurationSeconds() == 0) {
            throw members.invalid(MAX_DURATION, "is required");
        }
        var priority = members.optionalInt(PRIORITY, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new PolicyRequest(
                new PolicyFields(
                        name,
                        members.optionalText(DESCRIPTION, MAX_TEXT),
                        members.flag(ENABLED, true),
                        priority == null ? 0 : priority,
                        attributes.stored()),
                members.optionalText(POLICY_SET, MAX_SET));
    }

    /** What a policy becomes by a {@code PATCH}. */
    static PolicyFields change(JsonNode body, PolicyFields current) {
        var members = new Members(body);
        if (members.has(POLICY_SET)) {
            throw members.invalid(POLICY_SET, "can only be sent when the policy is made; add rules instead");
        }
        var priority = members.optionalInt(PRIORITY, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return new PolicyFields(
                members.has(NAME) ? members.text(NAME, MAX_NAME) : current.name(),
                members.has(DESCRIPTION) ? members.optionalText(DESCRIPTION, MAX_TEXT) : current.description(),
                members.flag(ENABLED, current.enabled()),
                priority == null ? current.priority() : priority,
                attributes(members, PolicyAttributes.read(current.attributes())).stored());
    }

    private static PolicyAttributes attributes(Members members, PolicyAttributes current) {
        var longest = members.optionalInt(MAX_DURATION, 1, MAX_SECONDS);
        int max = longest == null ? current.maxDurationSeconds() : longest;
        var usual = members.has(DEFAULT_DURATION)
                ? members.optionalInt(DEFAULT_DURATION, 1, MAX_SECONDS)
                : current.defaultDurationSeconds();
        if (usual != null && max > 0 && usual > max) {
            throw members.invalid(DEFAULT_DURATION, "must not be more than " + MAX_DURATION);
        }
        return new PolicyAttributes(
                max,
                usual,
                members.has(CHANNEL) ? members.optionalText(CHANNEL, MAX_NAME) : current.notificationChannel(),
                members.has(ApprovalMembers.MODE) ? ApprovalMembers.mode(members) : current.approvalMode(),
                members.has(ApprovalMembers.TIMEOUT) ? ApprovalMembers.timeout(members) : current.approvalTimeout());
    }
}

package io.parlance.dialect.jitsudo.policy;

import java.util.List;
import java.util.UUID;

/**
 * A decision and why.
 *
 * @param notices what the determining rules tell the user, in their order
 * @param reason one sentence for people
 * @param policyIds the policies that contributed; none where nothing matched, and none of the built-in ones
 * @param terms of the access; only what {@link PolicyEngine.Action#REQUEST_ACCESS} permits needs them
 */
public record Decision(
        boolean permitted, List<String> notices, String reason, List<UUID> policyIds, AccessTerms terms) {
    private static final String PERMITTED = "permitted";
    private static final String DENIED = "no policy permits this";

    /** One that no rule says more about. */
    public static Decision of(boolean permitted) {
        return new Decision(permitted, List.of(), permitted ? PERMITTED : DENIED, List.of(), AccessTerms.DEFAULT);
    }

    public static Decision denied(List<String> notices) {
        return new Decision(false, notices, DENIED, List.of(), AccessTerms.DEFAULT);
    }
}

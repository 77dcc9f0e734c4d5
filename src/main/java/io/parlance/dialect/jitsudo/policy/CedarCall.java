package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse.AuthorizationError;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.Set;
import java.util.stream.Collectors;

/** One call of the engine. Whatever goes wrong with it is thrown: nothing is permitted by mistake. */
final class CedarCall {
    private static final System.Logger LOG = System.getLogger(CedarCall.class.getName());

    private CedarCall() {}

    /**
     * What the engine says.
     *
     * @param determining ids of the rules that make its decision
     * @param failed ids of the rules that could not be evaluated; the engine skips them
     */
    record Answer(Set<String> determining, Set<String> failed) {}

    static Answer ask(Inquiry inquiry, PolicySet cached) {
        try {
            var response = new BasicAuthorizationEngine().isAuthorized(inquiry.request(), cached, inquiry.entities());
            return response.success
                    .map(CedarCall::answer)
                    .orElseThrow(() -> new IllegalStateException("the policy engine refused the question: "
                            + response.errors.map(String::valueOf).orElse("")));
        } catch (AuthException e) {
            throw new IllegalStateException("the policy engine failed", e);
        }
    }

    private static Answer answer(AuthorizationSuccessResponse success) {
        success.getErrors().forEach(error -> LOG.log(System.Logger.Level.DEBUG, "a rule was skipped: {0}", error));
        return new Answer(
                success.getReason(),
                success.getErrors().stream()
                        .map(AuthorizationError::getPolicyId)
                        .collect(Collectors.toSet()));
    }
}

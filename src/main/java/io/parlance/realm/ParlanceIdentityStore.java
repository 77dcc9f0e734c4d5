package io.parlance.realm;

import io.parlance.core.access.AccessControl;
import io.parlance.core.access.Caller;
import io.parlance.core.access.Verdict;
import io.parlance.rest.CallerCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Validates every kind of credential; the role of the caller is its only group. */
@ApplicationScoped
public class ParlanceIdentityStore implements IdentityStore {
    @Inject
    AccessControl accessControl;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof CallerCredential presented)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var verdict = accessControl.check(presented.presented());
        presented.verdict(verdict);
        return verdict instanceof Verdict.Granted granted
                ? valid(granted.caller())
                : CredentialValidationResult.INVALID_RESULT;
    }

    private static CredentialValidationResult valid(Caller caller) {
        return new CredentialValidationResult(name(caller), Set.of(caller.role()));
    }

    private static String name(Caller caller) {
        return caller.kind().wireName() + ":" + caller.credentialId();
    }
}

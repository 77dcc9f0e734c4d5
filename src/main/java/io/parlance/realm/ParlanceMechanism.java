package io.parlance.realm;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Verdict;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.dialect.Headers;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.StoreOutage;
import io.parlance.rest.CallerCredential;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Finds out who calls and leaves the verdict in the request. It never writes an answer and never touches the body: the
 * container asks it before any filter, and the dialect words the refusal. A dialect whose credential is in the body
 * authenticates later, through {@code SecurityContext.authenticate}, and lands here again.
 */
@ApplicationScoped
public class ParlanceMechanism implements HttpAuthenticationMechanism {
    private static final Set<CredentialKind> ADMIN_ONLY = Set.of(CredentialKind.ADMIN);
    private static final String RESULT = "io.parlance.realm.result";

    @Inject
    ParlanceIdentityStore identityStore;

    @Inject
    DialectCatalog dialects;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var asked = context.getAuthParameters() == null
                ? null
                : context.getAuthParameters().getCredential();
        if (asked instanceof CallerCredential fromBody) {
            return classify(fromBody, request, context);
        }
        if (request.getAttribute(RESULT) instanceof CredentialValidationResult known) {
            return context.notifyContainerAboutLogin(known); // a later dispatch of the same request
        }
        return classify(new CallerCredential(fromHeaders(request)), request, context);
    }

    private AuthenticationStatus classify(
            CallerCredential credential, HttpServletRequest request, HttpMessageContext context) {
        var result = validate(credential);
        request.setAttribute(Verdict.ATTRIBUTE, credential.verdict());
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            request.setAttribute(RESULT, result);
            return context.notifyContainerAboutLogin(result);
        }
        return context.isAuthenticationRequest() ? AuthenticationStatus.SEND_FAILURE : context.doNothing();
    }

    /** A fault is a verdict too: thrown on, it would become an answer of the container's. */
    private CredentialValidationResult validate(CallerCredential credential) {
        if (credential.presented() instanceof Presented.None) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            return identityStore.validate(credential);
        } catch (RejectedException unreachable) {
            credential.verdict(new Verdict.Denied(unreachable.reason()));
        } catch (RuntimeException fault) {
            credential.verdict(verdict(fault));
        }
        return CredentialValidationResult.INVALID_RESULT;
    }

    private static Verdict verdict(RuntimeException fault) {
        return StoreOutage.behind(fault)
                .<Verdict>map(outage -> new Verdict.Denied(outage.reason()))
                .orElseGet(() -> new Verdict.Failed(fault));
    }

    private Presented fromHeaders(HttpServletRequest request) {
        Headers headers = request::getHeader;
        var path = Paths.within(request);
        var dialect = dialects.serving(path);
        if (dialect.isPresent()) {
            return dialect.get().credential(headers);
        }
        var token = headers.bearerToken();
        return token == null || !Paths.isAdmin(path) ? new Presented.None() : new Presented.Token(token, ADMIN_ONLY);
    }
}

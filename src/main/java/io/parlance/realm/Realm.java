package io.parlance.realm;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Verdict;
import io.parlance.core.dialect.DialectCatalog;
import io.parlance.core.dialect.Headers;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.StoreOutage;
import io.parlance.rest.CallerCredential;
import io.parlance.rest.Callers;
import io.parlance.rest.Paths;
import io.parlance.rest.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who calls and leaves the verdict in the request. It never writes an answer and never touches the body: the
 * container asks before any filter, and the dialect words the refusal. A dialect whose credential is in the body
 * authenticates later, through {@link Callers#authenticate}, and lands here again.
 */
@ApplicationScoped
class Realm {
    private static final Set<CredentialKind> ADMIN_ONLY = Set.of(CredentialKind.ADMIN);
    private static final String RESULT = "io.parlance.realm.result";

    @Inject
    ParlanceIdentityStore identityStore;

    @Inject
    DialectCatalog dialects;

    @Inject
    Transport transport;

    /** Whether the application asks for a credential that it found in the body. */
    boolean isAsked(HttpServletRequest request) {
        return request.getAttribute(Callers.PRESENTED) != null;
    }

    /** Who calls; empty if the request has no good credential. */
    Optional<CredentialValidationResult> identify(HttpServletRequest request) {
        if (request.getAttribute(Callers.PRESENTED) instanceof Presented fromBody) {
            return classify(fromBody, request);
        }
        if (request.getAttribute(RESULT) instanceof CredentialValidationResult known) {
            return Optional.of(known); // a later dispatch of the same request
        }
        return classify(fromHeaders(request), request);
    }

    private Optional<CredentialValidationResult> classify(Presented presented, HttpServletRequest request) {
        var credential = new CallerCredential(presented);
        var result = validate(credential, request);
        request.setAttribute(Verdict.ATTRIBUTE, credential.verdict());
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return Optional.empty();
        }
        request.setAttribute(RESULT, result);
        return Optional.of(result);
    }

    /** A fault is a verdict too: thrown on, it would become an answer of the container's. */
    private CredentialValidationResult validate(CallerCredential credential, HttpServletRequest request) {
        if (credential.presented() instanceof Presented.None) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        transport.note(request);
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
        return token == null || !Paths.isOperators(path)
                ? new Presented.None()
                : new Presented.Token(token, ADMIN_ONLY);
    }
}

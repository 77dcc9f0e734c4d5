package io.parlance.rest;

import io.parlance.core.access.Caller;
import io.parlance.core.access.Presented;
import io.parlance.core.access.Verdict;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.StoreOutage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The one place where code behind the realm learns who calls. It reads the request, never the thread: on Payara the
 * container's caller look-up names the caller of an earlier request after an asynchronous dispatch.
 */
@ApplicationScoped
public class Callers {
    /** Request attribute: what the application found in the body, for the realm. */
    public static final String PRESENTED = "io.parlance.presented";

    /** The caller of this request; refused as missing, invalid or expired where there is none. */
    public static Caller of(HttpServletRequest request) {
        return of(request.getAttribute(Verdict.ATTRIBUTE));
    }

    /** The same for filters; the context's properties are the request's attributes. */
    static Caller of(ContainerRequestContext context) {
        return of(context.getProperty(Verdict.ATTRIBUTE));
    }

    private static Caller of(@Nullable Object verdict) {
        if (verdict instanceof Verdict.Granted granted) {
            return granted.caller();
        }
        if (verdict instanceof Verdict.Failed failed) {
            throw new IllegalStateException("the realm failed", failed.cause());
        }
        var reason = verdict instanceof Verdict.Denied denied ? denied.reason() : Reason.CREDENTIAL_MISSING;
        throw reason == Reason.STORE_UNAVAILABLE
                ? StoreOutage.refusal()
                : new RejectedException(reason, "no valid credential");
    }

    /**
     * Authenticates by a credential found in the body, through the container's realm.
     *
     * @throws RejectedException where the credential is not good
     * @throws IllegalStateException where the container does not ask the realm
     */
    public Caller authenticate(HttpServletRequest request, HttpServletResponse response, Presented presented) {
        request.setAttribute(PRESENTED, presented);
        request.removeAttribute(Verdict.ATTRIBUTE);
        try {
            request.authenticate(response);
        } catch (IOException | ServletException e) { // WildFly throws it for a refusal, too
            if (request.getAttribute(Verdict.ATTRIBUTE) == null) {
                throw new IllegalStateException("the container did not ask the realm", e);
            }
        }
        return of(request);
    }
}

package io.parlance.realm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The realm as Jakarta Security knows it: by this bean a container finds out that the application has one. */
@ApplicationScoped
public class ParlanceMechanism implements HttpAuthenticationMechanism {
    @Inject
    Realm realm;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return realm.identify(request)
                .map(context::notifyContainerAboutLogin)
                .orElseGet(() -> realm.isAsked(request) ? AuthenticationStatus.SEND_FAILURE : context.doNothing());
    }
}

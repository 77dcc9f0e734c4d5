package io.parlance.realm;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * The realm as Jakarta Authentication knows it, for containers whose way from there to {@link ParlanceMechanism} is dear: it
 * does the same.
 */
final class ParlanceAuthModule implements ServerAuthModule {
    private final Realm realm;
    private @Nullable CallbackHandler container;

    ParlanceAuthModule(Realm realm) {
        this.realm = realm;
    }

    @Override
    public void initialize(
            @Nullable MessagePolicy request,
            @Nullable MessagePolicy response,
            CallbackHandler handler,
            @Nullable Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        var request = (HttpServletRequest) message.getRequestMessage();
        var known = realm.identify(request);
        if (known.isPresent()) {
            tell(login(known.get(), client));
            return AuthStatus.SUCCESS;
        }
        if (realm.isAsked(request)) {
            return AuthStatus.SEND_FAILURE;
        }
        tell(new CallerPrincipalCallback(client, (String) null)); // nobody: the application decides what that means
        return AuthStatus.SUCCESS;
    }

    private static Callback[] login(CredentialValidationResult known, Subject client) {
        return new Callback[] {
            new CallerPrincipalCallback(client, known.getCallerPrincipal()),
            new GroupPrincipalCallback(client, known.getCallerGroups().toArray(String[]::new))
        };
    }

    private void tell(Callback... callbacks) throws AuthException {
        try {
            if (container != null) {
                container.handle(callbacks);
            }
        } catch (IOException | UnsupportedCallbackException e) {
            throw new AuthException(e);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }
}

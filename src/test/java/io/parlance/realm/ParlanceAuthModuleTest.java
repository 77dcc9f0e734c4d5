package io.parlance.realm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParlanceAuthModuleTest {
    private final List<Callback> told = new ArrayList<>();
    private Optional<CredentialValidationResult> known = Optional.empty();
    private boolean asked;
    private final ParlanceAuthModule module = new ParlanceAuthModule(new Realm() {
        @Override
        Optional<CredentialValidationResult> identify(HttpServletRequest request) {
            return known;
        }

        @Override
        boolean isAsked(HttpServletRequest request) {
            return asked;
        }
    });

    @BeforeEach
    void initialize() {
        module.initialize(null, null, callbacks -> told.addAll(List.of(callbacks)), null);
    }

    @Test
    void tellsTheContainerWhoCallsAndInWhichRole() throws AuthException {
        known = Optional.of(new CredentialValidationResult("bearer:1", Set.of("parlance-client")));

        assertThat(validate()).isEqualTo(AuthStatus.SUCCESS);

        assertThat(((CallerPrincipalCallback) told.get(0)).getPrincipal().getName())
                .isEqualTo("bearer:1");
        assertThat(((GroupPrincipalCallback) told.get(1)).getGroups()).containsExactly("parlance-client");
    }

    @Test
    void letsARequestOfNobodyThroughToTheDialectThatWordsTheRefusal() throws AuthException {
        assertThat(validate()).isEqualTo(AuthStatus.SUCCESS);

        assertThat(told).hasSize(1);
        assertThat(((CallerPrincipalCallback) told.get(0)).getPrincipal()).isNull();
        assertThat(((CallerPrincipalCallback) told.get(0)).getName()).isNull();
    }

    @Test
    void failsALoginThatTheApplicationAskedForWithABadCredential() throws AuthException {
        asked = true;

        assertThat(validate()).isEqualTo(AuthStatus.SEND_FAILURE);

        assertThat(told).isEmpty();
    }

    private AuthStatus validate() throws AuthException {
        var request = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> null);
        return module.validateRequest(new Message(request), new Subject(), null);
    }

    /** Of a request without an answer. */
    private record Message(Object request) implements MessageInfo {
        @Override
        public Object getRequestMessage() {
            return request;
        }

        @Override
        public Object getResponseMessage() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRequestMessage(Object other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setResponseMessage(Object other) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Map getMap() {
            return Map.of();
        }
    }
}

package io.parlance.rest;

import io.parlance.core.problem.ExpectedException;
import io.parlance.core.problem.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The errors with which tokens are refused (RFC 6749, section 5.2). */
public enum TokenError {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE;

    /** What a refusal is in these words, if they have one for it. */
    public static Optional<TokenError> of(Reason reason) {
        return switch (reason) {
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED -> Optional.of(INVALID_CLIENT);
            case BODY_MALFORMED -> Optional.of(INVALID_REQUEST);
            default -> Optional.empty();
        };
    }

    private Map<String, String> body() {
        return Map.of("error", name().toLowerCase(Locale.ROOT));
    }

    /** The refusal; 401 is for clients that used the header. */
    public Response response(HttpServletRequest request) {
        boolean basic = this == INVALID_CLIENT && ClientLogin.isBasic(request.getHeader(HttpHeaders.AUTHORIZATION));
        var response = Response.status(basic ? 401 : 400)
                .type(MediaType.APPLICATION_JSON)
                .entity(body());
        return basic
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth2\"")
                        .build()
                : response.build();
    }

    public Fault fault() {
        return new Fault(this);
    }

    /** A refusal in these words. */
    public static final class Fault extends ExpectedException {
        private static final long serialVersionUID = 1L;

        private final TokenError error;

        private Fault(TokenError error) {
            super(error.name());
            this.error = error;
        }

        public TokenError error() {
            return error;
        }
    }
}

package io.parlance.dialect.travtus;

import io.parlance.core.problem.ExpectedException;
import io.parlance.core.problem.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The errors of {@code POST /oauth2/token}, which the reference leaves out: those of RFC 6749, section 5.2. */
enum TokenError {
    INVALID_REQUEST,
    INVALID_CLIENT,
    UNSUPPORTED_GRANT_TYPE;

    /** What a refusal is in these words, if they have one for it. */
    static Optional<TokenError> of(Reason reason) {
        return switch (reason) {
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED -> Optional.of(INVALID_CLIENT);
            case BODY_MALFORMED -> Optional.of(INVALID_REQUEST);
            default -> Optional.empty();
        };
    }

    Map<String, String> body() {
        return Map.of("error", name().toLowerCase(Locale.ROOT));
    }

    Fault fault() {
        return new Fault(this);
    }

    /** A refusal in these words. */
    static final class Fault extends ExpectedException {
        private static final long serialVersionUID = 1L;

        private final TokenError error;

        private Fault(TokenError error) {
            super(error.name());
            this.error = error;
        }

        TokenError error() {
            return error;
        }
    }
}

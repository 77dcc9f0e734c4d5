package io.parlance.admin;

import io.parlance.rest.ErrorMapper;
import io.parlance.rest.Problem;
import io.parlance.rest.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Words every refusal as RFC 9457 says: {@code application/problem+json}. */
@Provider
public class AdminErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        if (failure instanceof InvalidInput invalid) {
            return answer(Problem.of(400, invalid.detail()).errors(invalid.errors()));
        }
        return null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var problem = Problem.of(status(refusal), refusal.detail()).instance(refusal.incident());
        return answer(problem);
    }

    private static int status(Refusal refusal) {
        return switch (refusal.reason()) {
            case BODY_MALFORMED, INPUT_INVALID, IDEMPOTENCY_KEY_INVALID -> 400;
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED -> 401;
            case TENANT_MISMATCH, FORBIDDEN, GROUP_NOT_ACCESSIBLE -> 403;
            case PATH_UNKNOWN,
                    THREAD_NOT_FOUND,
                    GROUP_NOT_FOUND,
                    USER_NOT_FOUND,
                    ATTACHMENT_NOT_FOUND,
                    RESOURCE_NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case BODY_TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case BODY_TOO_LARGE -> 413;
            case MEDIA_TYPE_UNSUPPORTED -> 415;
            case RANGE_UNSATISFIABLE -> 416;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case OVERLOADED, STORE_UNAVAILABLE, STORE_TOO_SLOW -> 503;
        };
    }

    /** Bytes, because not every server lets a JSON provider write this media type. */
    private static Response answer(Problem problem) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.bytes());
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}

package io.parlance.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Words every refusal as its reason. */
@Provider
public class ProbeErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        return null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var status =
                switch (refusal.reason()) {
                    case CREDENTIAL_MISSING, CREDENTIAL_INVALID -> 401;
                    case BODY_TOO_SLOW -> 408;
                    case BODY_TOO_LARGE -> 413;
                    case OVERLOADED -> 503;
                    case INTERNAL -> 500;
                    default -> 400;
                };
        return Response.status(status)
                .type("text/plain")
                .entity("probe " + refusal.reason())
                .build();
    }
}

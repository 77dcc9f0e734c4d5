package io.parlance.dialect.highq;

import io.parlance.rest.ErrorMapper;
import io.parlance.rest.Incident;
import io.parlance.rest.Incidents;
import io.parlance.rest.Refusal;
import io.parlance.rest.TokenError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words every refusal as HighQ's error object, in the form the client asked for, and in XML where it asked for none of ours. */
@Provider
public class HighqErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        if (failure instanceof LoginError.Fault fault) {
            return LoginPages.error(fault.error());
        }
        return failure instanceof TokenError.Fault fault ? fault.error().response(request) : null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var path = Paths.within(request);
        if (Paths.isAt(path, HighqDialect.AUTHORIZE)) {
            return LoginPages.refusal(HighqError.of(refusal.reason()));
        }
        return (Paths.isAt(path, HighqDialect.OAUTH) ? TokenError.of(refusal.reason()) : Optional.<TokenError>empty())
                .map(error -> error.response(request))
                .orElseGet(() -> errorObject(refusal));
    }

    private Response errorObject(Refusal refusal) {
        var error = HighqError.of(refusal.reason());
        var response = Response.status(error.status())
                .type(ResponseForm.ofErrors(request).mediaType())
                .entity(error.at(link(refusal)));
        if (error == HighqError.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private String link(Refusal refusal) {
        var incident = Incidents.of(request).seal(Incident.of(refusal, request));
        return ApiLinks.of(request).error(incident);
    }
}

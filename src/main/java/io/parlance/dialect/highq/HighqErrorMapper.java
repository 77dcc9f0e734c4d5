package io.parlance.dialect.highq;

import io.parlance.core.problem.Reason;
import io.parlance.rest.ErrorMapper;
import io.parlance.rest.Incident;
import io.parlance.rest.Incidents;
import io.parlance.rest.Paths;
import io.parlance.rest.Refusal;
import io.parlance.rest.TokenError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Words every refusal as HighQ's error object, in the form the client asked for, and in XML where it asked for none of ours;
 * those of the token address as RFC 6749 has them, those of the login pages for people.
 */
@Provider
public class HighqErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        if (failure instanceof LoginError.Fault fault) {
            return LoginPages.error(fault.error());
        }
        if (failure instanceof UnsatisfiableRange range) {
            var refusal =
                    new Refusal(Reason.RANGE_UNSATISFIABLE, "a range behind the end", OptionalInt.empty(), null, "");
            return errorObject(HighqError.RANGE_NOT_SATISFIABLE, refusal)
                    .header("Content-Range", range.contentRange())
                    .build();
        }
        return failure instanceof TokenError.Fault fault ? fault.error().response(request) : null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var path = Paths.within(request);
        var error = HighqError.of(refusal.reason());
        if (Paths.isAt(path, HighqDialect.AUTHORIZE)) {
            return LoginPages.refusal(error);
        }
        return (Paths.isAt(path, HighqDialect.OAUTH) ? TokenError.of(refusal.reason()) : Optional.<TokenError>empty())
                .map(tokenError -> tokenError.response(request))
                .orElseGet(() -> errorObject(error, refusal).build());
    }

    private Response.ResponseBuilder errorObject(HighqError error, Refusal refusal) {
        var form = Paths.isAt(Paths.within(request), HighqDialect.OAUTH)
                ? ResponseForm.ofTokens(request)
                : ResponseForm.ofErrors(request);
        var incident = Incidents.of(request).seal(Incident.of(refusal, request));
        var response = Response.status(error.status())
                .type(form.mediaType())
                .entity(error.at(ApiLinks.of(request).error(incident)));
        return error == HighqError.UNAUTHORIZED ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : response;
    }
}

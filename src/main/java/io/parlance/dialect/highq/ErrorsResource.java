package io.parlance.dialect.highq;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Incidents;
import io.parlance.rest.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * {@code GET /api/{version}/error/{incident}}: the link of an error object. It answers that error object once more, which
 * whoever has the link knows already; more is told to administrators only. Versions before 4 have errors, too.
 */
@Path("{version:[0-9]+}/error/{incident}")
@Public
@ApplicationScoped
public class ErrorsResource {
    @Inject
    Incidents incidents;

    @GET
    public Response show(@PathParam("incident") String id, @Context HttpServletRequest request) {
        var form = ResponseForm.of(request);
        var incident =
                incidents.open(id).orElseThrow(() -> new RejectedException(Reason.PATH_UNKNOWN, "no such incident"));
        var error = HighqError.of(incident.reason()).at(ApiLinks.of(request).error(id));
        return Response.ok(error).type(form.mediaType()).build();
    }
}

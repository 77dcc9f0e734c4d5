package io.parlance.admin;

import io.parlance.core.access.Caller;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.ForRole;
import io.parlance.rest.Incident;
import io.parlance.rest.Incidents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What lies behind the id that a refused client was given, whosever request it was. */
@Path("incidents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class IncidentsResource {
    @Inject
    Incidents incidents;

    @GET
    public Incident show(@PathParam("id") String id) {
        return incidents
                .open(id)
                .orElseThrow(() -> new RejectedException(
                        Reason.RESOURCE_NOT_FOUND, "no incident with this id under this master key"));
    }
}

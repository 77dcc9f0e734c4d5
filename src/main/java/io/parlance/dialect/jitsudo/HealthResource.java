package io.parlance.dialect.jitsudo;

import io.parlance.core.store.StoreCheck;
import io.parlance.rest.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /healthz}: whether requests can be served at this moment. Open to all, because it tells nothing else. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Public
@ApplicationScoped
public class HealthResource {
    @Inject
    StoreCheck store;

    /** The documents name the address only. */
    public record HealthBody(String status, String database) {}

    @GET
    public Response health() {
        return store.answers()
                ? Response.ok(new HealthBody("ok", "up")).build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(new HealthBody("unavailable", "down"))
                        .build();
    }
}

package io.parlance.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Answers as {@code POST /messages/} does, written as a resource usually is. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FloorResource {
    @Inject
    FloorTokens tokens;

    /** Answer of every request. */
    public record Answer(UUID request_id) {}

    @POST
    public Response read(@HeaderParam(HttpHeaders.AUTHORIZATION) String credential, JsonNode body) {
        if (!tokens.isKnown(credential)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        if (!body.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        return Response.ok(new Answer(UUID.randomUUID())).build();
    }
}

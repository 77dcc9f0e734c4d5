package io.parlance.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Answers as {@code POST /messages/} does. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FloorResource {
    /** Answer of every request. */
    public record Answer(UUID request_id) {}

    @POST
    public Answer read(JsonNode body) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("not an object");
        }
        return new Answer(UUID.randomUUID());
    }
}

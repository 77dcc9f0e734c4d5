package io.parlance.dialect.travtus;

import io.parlance.core.store.Ids;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Answer of every accepted request: {@code {"request_id": "<uuid>"}}, a new id each time. */
public record RequestResponse(UUID request_id) {
    static RequestResponse create() {
        return new RequestResponse(Ids.next());
    }

    Response ok() {
        return Response.ok(this, MediaType.APPLICATION_JSON_TYPE).build();
    }
}

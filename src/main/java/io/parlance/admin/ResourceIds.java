package io.parlance.admin;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Uuids;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;

/** Ids in paths. What cannot be an id names nothing, so it is not found, as is another tenant's. */
final class ResourceIds {
    private ResourceIds() {}

    static UUID parse(String text) {
        return Uuids.parse(text)
                .orElseThrow(() -> new RejectedException(Reason.RESOURCE_NOT_FOUND, "nothing has this id"));
    }

    /** The answer to whatever made something below a tenant. */
    static Response created(UriInfo uri, UUID tenantId, String collection, UUID id, Object body) {
        return created(uri.getBaseUri(), tenantId, collection, id, body);
    }

    /** The same for answers that are made when nothing of the request can be asked any more. */
    static Response created(URI base, UUID tenantId, String collection, UUID id, Object body) {
        var location = UriBuilder.fromUri(base)
                .path("tenants/{tenant}/{collection}/{id}")
                .build(tenantId, collection, id);
        return Response.created(location).entity(body).build();
    }
}

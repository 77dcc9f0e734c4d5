package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.AdminTokens;
import io.parlance.core.access.Caller;
import io.parlance.core.store.Page;
import io.parlance.rest.ForRole;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The tokens of administrators. The one from the configuration is not among them. */
@Path("admin-tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class AdminTokensResource {
    @Inject
    AdminTokens tokens;

    @POST
    @OncePerKey
    public Response create(JsonNode body, @Context UriInfo uri, @Context HttpServletRequest request) {
        var wish = AdminTokenBody.Request.read(body);
        var issued = tokens.issue(wish.name(), wish.timeToLive());
        var location = uri.getBaseUriBuilder()
                .path("admin-tokens/{id}")
                .build(issued.token().id());
        return Response.created(location).entity(AdminTokenBody.of(issued)).build();
    }

    @GET
    public Page<AdminTokenBody> list(@Context UriInfo uri) {
        return tokens.list(Query.of(uri).page()).map(AdminTokenBody::of);
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        tokens.revoke(ResourceIds.parse(id));
    }
}

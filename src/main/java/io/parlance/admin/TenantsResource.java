package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.TenantRemoval;
import io.parlance.core.tenant.Tenants;
import io.parlance.rest.ForRole;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The tenants of the installation; each is addressed by id or slug. */
@Path("tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class TenantsResource {
    @Inject
    Tenants tenants;

    @Inject
    TenantRemoval removal;

    @POST
    @OncePerKey
    public Response create(JsonNode body, @Context UriInfo uri, @Context HttpServletRequest request) {
        var wish = TenantBody.Request.read(body);
        var tenant = tenants.create(wish.slug(), wish.name(), wish.retentionDays());
        var location = uri.getBaseUriBuilder().path("tenants/{tenant}").build(tenant.id());
        return Response.created(location).entity(TenantBody.of(tenant)).build();
    }

    @GET
    public Page<TenantBody> list(@Context UriInfo uri) {
        return tenants.list(Query.of(uri).page()).map(TenantBody::of);
    }

    @GET
    @Path("{tenant}")
    public TenantBody show(@PathParam("tenant") String tenant) {
        return TenantBody.of(tenants.require(tenant));
    }

    @PATCH
    @Path("{tenant}")
    public TenantBody change(@PathParam("tenant") String tenant, JsonNode body) {
        var id = tenants.require(tenant).id();
        return TenantBody.of(tenants.update(id, current -> TenantBody.merge(body, current)));
    }

    /** Removes a tenant with all it owns. The slug must be repeated, so that no slip of an id does that. */
    @DELETE
    @Path("{tenant}")
    public void delete(@PathParam("tenant") String tenant, @QueryParam("confirm") String confirm) {
        var found = tenants.require(tenant);
        if (!found.slug().equals(confirm)) {
            throw InvalidInput.of("confirm", "must be the slug of the tenant");
        }
        removal.remove(found);
    }
}

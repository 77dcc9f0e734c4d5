package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.Groups;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The groups of a tenant. */
@Path("tenants/{tenant}/groups")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class GroupsResource {
    @Inject
    Tenants tenants;

    @Inject
    Groups groups;

    @POST
    @OncePerKey
    public Response create(
            @PathParam("tenant") String tenant,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var group = groups.create(tenantId, GroupBody.merge(body, null));
        return ResourceIds.created(uri, tenantId, "groups", group.id(), GroupBody.of(group));
    }

    @GET
    public Page<GroupBody> list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        var page = Query.of(uri).page();
        return groups.list(tenants.require(tenant).id(), page).map(GroupBody::of);
    }

    @GET
    @Path("{id}")
    public GroupBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return GroupBody.of(groups.require(tenants.require(tenant).id(), ResourceIds.parse(id)));
    }

    @PATCH
    @Path("{id}")
    public GroupBody change(@PathParam("tenant") String tenant, @PathParam("id") String id, JsonNode body) {
        var tenantId = tenants.require(tenant).id();
        return GroupBody.of(groups.update(tenantId, ResourceIds.parse(id), current -> GroupBody.merge(body, current)));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        groups.delete(tenants.require(tenant).id(), ResourceIds.parse(id));
    }
}

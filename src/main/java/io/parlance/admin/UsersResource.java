package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.access.Credentials;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.Tenants;
import io.parlance.core.tenant.Users;
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

/** The people of a tenant, and the tokens by which programs act as one of them. */
@Path("tenants/{tenant}/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class UsersResource {
    @Inject
    Tenants tenants;

    @Inject
    Users users;

    @Inject
    Credentials credentials;

    @POST
    @OncePerKey
    public Response create(
            @PathParam("tenant") String tenant,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var fields = UserBody.merge(body, null);
        var user = users.create(tenantId, fields, UserBody.password(body));
        return ResourceIds.created(uri, tenantId, "users", user.id(), UserBody.of(user));
    }

    @GET
    public Page<UserBody> list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        var page = Query.of(uri).page();
        return users.list(tenants.require(tenant).id(), page).map(UserBody::of);
    }

    @GET
    @Path("{id}")
    public UserBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return UserBody.of(users.require(tenants.require(tenant).id(), ResourceIds.parse(id)));
    }

    @PATCH
    @Path("{id}")
    public UserBody change(@PathParam("tenant") String tenant, @PathParam("id") String id, JsonNode body) {
        var tenantId = tenants.require(tenant).id();
        var userId = ResourceIds.parse(id);
        var user = users.update(tenantId, userId, current -> UserBody.merge(body, current));
        if (UserBody.saysPassword(body)) {
            users.setPassword(tenantId, userId, UserBody.password(body));
        }
        return UserBody.of(user);
    }

    /** Removes a person; the credentials end first, so that nothing in between leaves one that works. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        var tenantId = tenants.require(tenant).id();
        var user = users.require(tenantId, ResourceIds.parse(id));
        credentials.revokeAllOf(tenantId, user.id());
        users.delete(tenantId, user.id());
    }

    @POST
    @OncePerKey
    @Path("{id}/tokens")
    public Response issueToken(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var user = users.require(tenantId, ResourceIds.parse(id));
        var issued = credentials.issue(tenantId, UserTokenRequests.read(body, user.id()));
        return ResourceIds.created(
                uri, tenantId, "credentials", issued.credential().id(), IssuedCredentialBody.of(issued));
    }
}

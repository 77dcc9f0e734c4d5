package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.access.Credentials;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.Tenants;
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
import java.time.Duration;

/** All credentials of a tenant, of applications and of people; ended ones stay in the list. */
@Path("tenants/{tenant}/credentials")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class CredentialsResource {
    private static final String OVERLAP = "overlapSeconds";
    private static final long MAX_OVERLAP = 604_800;

    @Inject
    Tenants tenants;

    @Inject
    Credentials credentials;

    @GET
    public Page<CredentialBody> list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        var page = Query.of(uri).page();
        return credentials.list(tenants.require(tenant).id(), page).map(CredentialBody::of);
    }

    @GET
    @Path("{id}")
    public CredentialBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return credentials
                .find(tenants.require(tenant).id(), ResourceIds.parse(id))
                .map(CredentialBody::of)
                .orElseThrow(() -> new RejectedException(Reason.RESOURCE_NOT_FOUND, "no credential " + id));
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        credentials.revoke(tenants.require(tenant).id(), ResourceIds.parse(id));
    }

    /** Issues a successor of the same rights; the old credential ends after the overlap, by default at once. */
    @POST
    @OncePerKey
    @Path("{id}/rotate")
    public Response rotate(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var members = Members.of(body, OVERLAP);
        var overlap = members.seconds(OVERLAP, 0, MAX_OVERLAP);
        members.check();
        var issued = credentials.rotate(tenantId, ResourceIds.parse(id), overlap == null ? Duration.ZERO : overlap);
        return ResourceIds.created(
                uri, tenantId, "credentials", issued.credential().id(), IssuedCredentialBody.of(issued));
    }
}

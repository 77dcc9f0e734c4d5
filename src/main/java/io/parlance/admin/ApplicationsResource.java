package io.parlance.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.access.Credentials;
import io.parlance.core.store.Page;
import io.parlance.core.tenant.Applications;
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

/** The client programs of a tenant, and the credentials issued to them. */
@Path("tenants/{tenant}/applications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class ApplicationsResource {
    @Inject
    Tenants tenants;

    @Inject
    Applications applications;

    @Inject
    Credentials credentials;

    @Inject
    ApplicationRequests requests;

    @Inject
    CredentialRequests credentialRequests;

    @POST
    @OncePerKey
    public Response create(
            @PathParam("tenant") String tenant,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var application = applications.create(tenantId, requests.merge(body, null));
        return ResourceIds.created(uri, tenantId, "applications", application.id(), ApplicationBody.of(application));
    }

    @GET
    public Page<ApplicationBody> list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        var page = Query.of(uri).page();
        return applications.list(tenants.require(tenant).id(), page).map(ApplicationBody::of);
    }

    @GET
    @Path("{id}")
    public ApplicationBody show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return ApplicationBody.of(applications.require(tenants.require(tenant).id(), ResourceIds.parse(id)));
    }

    @PATCH
    @Path("{id}")
    public ApplicationBody change(@PathParam("tenant") String tenant, @PathParam("id") String id, JsonNode body) {
        var tenantId = tenants.require(tenant).id();
        return ApplicationBody.of(
                applications.update(tenantId, ResourceIds.parse(id), current -> requests.merge(body, current)));
    }

    /** Removes an application; the credentials end first, so that nothing in between leaves one that works. */
    @DELETE
    @Path("{id}")
    public void delete(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        var tenantId = tenants.require(tenant).id();
        var application = applications.require(tenantId, ResourceIds.parse(id));
        credentials.revokeAllOf(tenantId, application.id());
        applications.delete(tenantId, application.id());
    }

    @POST
    @OncePerKey
    @Path("{id}/credentials")
    public Response issueCredential(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            JsonNode body,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        var tenantId = tenants.require(tenant).id();
        var application = applications.require(tenantId, ResourceIds.parse(id));
        var issued = credentials.issue(tenantId, credentialRequests.read(body, application));
        return ResourceIds.created(
                uri, tenantId, "credentials", issued.credential().id(), IssuedCredentialBody.of(issued));
    }
}

package io.parlance.dialect.jitsudo;

import io.parlance.core.tenant.Tenants;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** {@code /v1/tenants}, for an installation-wide key; it needs no tenant header, since it is about all of them. */
@Path("/tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TenantsResource {
    @Inject
    InstallationOperations operations;

    @Inject
    Tenants tenants;

    @POST
    public Response createTenant(InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.installation(request);
        return operations.createTenant(Json.read(body), caller, request);
    }

    @GET
    public Listing<TenantBody> listTenants(@Context UriInfo uri, @Context HttpServletRequest request) {
        TenantHeader.installation(request);
        return Listing.of(tenants.list(ListParameters.of(uri).page()), tenant -> TenantBody.of(tenant, null));
    }
}

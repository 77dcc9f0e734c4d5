package io.parlance.dialect.jitsudo;

import io.parlance.core.tenant.Tenants;
import io.parlance.rest.Json;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /v1/api-keys}, for an installation-wide key: the tenant header says whose key is made. */
@Path("/api-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ApiKeysResource {
    @Inject
    InstallationOperations operations;

    @Inject
    Tenants tenants;

    @POST
    public Response createApiKey(InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.installation(request);
        var tenant =
                tenants.find(TenantHeader.require(TenantHeader.of(request))).orElseThrow(JitsudoFault::tenantNotFound);
        var wish = Json.read(body);
        request.setAttribute(OncePerKey.CONTENT, tenant.id() + "\n" + Json.write(wish));
        return operations.createApiKey(tenant, wish, caller, request);
    }
}

package io.parlance.dialect.travtus;

import io.parlance.core.access.OneTimeLinks;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** {@code GET /webhook/app-portal-access/}: a link for a person, which opens the page where webhooks are set up, once. */
@Path("app-portal-access")
@ApplicationScoped
public class PortalAccessResource {
    /** Where the link leads until there is a page of the console for it. */
    private static final String PAGE = "/docs/";

    @Inject
    RequestQuota quota;

    @Inject
    OneTimeLinks links;

    /** The documented answer. */
    public record PortalAccessResponse(String url) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PortalAccessResponse access(@Context HttpServletRequest request, @Context UriInfo uri) {
        var key = links.issue(quota.admit(request));
        return new PortalAccessResponse(uri.getBaseUriBuilder()
                .path(PortalAccessResource.class)
                .path(key)
                .build()
                .toString());
    }

    /** Mail scanners look at links this way before their reader does; it must not use one up. */
    @HEAD
    @Path("{key}")
    @Public
    public Response look() {
        throw new NotAllowedException("GET");
    }

    /** The link itself; whoever has it needs no credential, but finds it only once. */
    @GET
    @Path("{key}")
    @Public
    public Response open(@PathParam("key") String key, @Context HttpServletRequest request) {
        if (!links.redeem(key)) {
            throw new RejectedException(Reason.RESOURCE_NOT_FOUND, "the link is unknown, used or too old");
        }
        return Response.status(Response.Status.FOUND)
                .location(URI.create(request.getContextPath() + PAGE))
                .build();
    }
}

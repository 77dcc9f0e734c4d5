package io.parlance.dialect.travtus;

import io.parlance.core.tenant.GroupSearch;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** {@code /communities/}: finds, creates and changes the groups that messages are posted to. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CommunitiesResource {
    private static final int PAGE = 100;
    private static final long NO_MORE = -1;

    @Inject
    RequestQuota quota;

    @Inject
    GroupSearch search;

    @Inject
    CommunityChanges changes;

    /** The documented list; {@code last_id} is -1 on the last page. */
    public record CommunitiesResponse(List<CommunityBody> communities, long last_id) {}

    @GET
    public CommunitiesResponse find(@Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = quota.admit(request);
        var filter = CommunityQuery.read(uri.getQueryParameters(), caller);
        var found = search.find(caller.tenantId(), filter, PAGE + 1);
        if (found.isEmpty()) {
            throw new NoCommunities();
        }
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new CommunitiesResponse(
                page.stream().map(CommunityBody::of).toList(),
                found.size() > PAGE ? page.get(PAGE - 1).number() : NO_MORE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body, @Context HttpServletRequest request) {
        var caller = quota.admit(request);
        return changes.create(Json.read(body), caller, request);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(InputStream body, @Context HttpServletRequest request) {
        var caller = quota.admit(request);
        return changes.update(Json.read(body), caller, request);
    }
}

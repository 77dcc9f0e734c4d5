package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.lifecycle.ThreadNotes;
import io.parlance.core.store.Uuids;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** {@code /v1/requests}: access requests and their answers. A change is answered when its system message is stored, too. */
@Path("/requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@DenialsLogged
public class RequestsResource {
    @Inject
    AccessRequests accessRequests;

    @Inject
    AccessRequestOperations operations;

    @Inject
    AccessRequestPages pages;

    @Inject
    ThreadNotes notes;

    @POST
    public CompletionStage<Response> createRequest(
            InputStream body, @Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var answer = operations.create(body, caller, uri.getBaseUri().resolve("requests/"), request);
        return told(answer, caller, id(answer));
    }

    @GET
    public Listing<AccessRequest> listRequests(@Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return pages.list(caller, ListParameters.of(uri));
    }

    @GET
    @Path("{id}")
    public AccessRequest getRequest(@PathParam("id") String id, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return AccessRequest.of(accessRequests.requireCurrent(caller, id, Action.READ_REQUEST));
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> approveRequest(
            @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return told(operations.approve(id, body, caller, request), caller, id);
    }

    @POST
    @Path("{id}/deny")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> denyRequest(
            @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return told(operations.deny(id, body, caller, request), caller, id);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> cancelRequest(
            @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        return told(operations.cancel(id, body, caller, request), caller, id);
    }

    /** The change is committed; its message is stored before the answer goes out, or soon after if it cannot be now. */
    private CompletionStage<Response> told(Response answer, Caller caller, String id) {
        return notes.deliver(caller.tenantId(), Uuids.parse(id).orElseThrow()).thenApply(done -> answer);
    }

    /** An answer that was kept under a key is bytes; its address tells the id. */
    private static String id(Response created) {
        var location = created.getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.message.Submission;
import io.parlance.core.message.ThreadHistory;
import io.parlance.core.thread.MessageThread;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import io.parlance.rest.Acceptance;
import io.parlance.rest.Json;
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
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code /v1/requests/{id}/messages}: the discussion of an access request. */
@Path("/requests/{id}/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@DenialsLogged
public class RequestMessagesResource {
    @Inject
    AccessRequests accessRequests;

    @Inject
    AuthorRule authors;

    @Inject
    ThreadHistory history;

    @Inject
    Acceptance acceptance;

    /** Adds a message. The body is read last: who may not know the access request learns nothing by sending a wrong one. */
    @POST
    public CompletionStage<Response> createRequestMessage(
            @PathParam("id") String id, InputStream body, @Context HttpServletRequest request, @Context UriInfo uri) {
        var caller = TenantHeader.caller(request);
        var accessRequest = accessRequests.require(caller, id, PolicyEngine.Action.ADD_MESSAGE);
        var messages = uri.getBaseUri().resolve("requests/" + accessRequest.id() + "/messages/");
        return acceptance.accept(
                request, "jitsudo createRequestMessage", () -> submission(body, caller, accessRequest), receipt -> {
                    var message = receipt.message();
                    return Response.created(messages.resolve(message.id().toString()))
                            .entity(RequestMessage.of(message))
                            .build();
                });
    }

    /** Oldest first. A page may be short of the limit where its messages are large. */
    @GET
    public Listing<RequestMessage> listRequestMessages(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpServletRequest request) {
        var caller = TenantHeader.caller(request);
        var accessRequest = accessRequests.require(caller, id, PolicyEngine.Action.LIST_MESSAGES);
        return Listing.of(history.list(accessRequest, ListParameters.of(uri).page()), RequestMessage::of);
    }

    private Submission submission(InputStream body, Caller caller, MessageThread accessRequest) {
        var draft = CreateMessageRequest.of(Json.read(body))
                .draft(accessRequest.id(), authors.author(caller, accessRequest));
        return Submission.of(caller.tenantId(), JitsudoDialect.NAME, List.of(draft));
    }
}

package io.parlance.dialect.jitsudo;

import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.Submission;
import io.parlance.rest.Callers;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** {@code /v1/requests/{id}/messages}: the discussion of an access request. */
@Path("/requests/{id}/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RequestMessagesResource {
    @Inject
    AccessRequests accessRequests;

    @Inject
    AuthorRule authors;

    @Inject
    MessageIntake intake;

    /** Adds a message. The body is read last: who may not know the access request learns nothing by sending a wrong one. */
    @POST
    public Response createRequestMessage(
            @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
        var caller = Callers.of(request);
        TenantHeader.requireMatch(TenantHeader.of(request), caller);
        var accessRequest = accessRequests.require(caller, id, PolicyEngine.Action.ADD_MESSAGE);
        var message = CreateMessageRequest.of(Json.read(body));
        var draft = message.draft(accessRequest.id(), authors.author(caller, accessRequest));
        var stored = intake.accept(Submission.of(caller.tenantId(), JitsudoDialect.NAME, List.of(draft)))
                .get(0);
        return Response.created(URI.create("requests/" + accessRequest.id() + "/messages/" + stored.id()))
                .entity(RequestMessage.of(stored, message.metadata()))
                .build();
    }
}

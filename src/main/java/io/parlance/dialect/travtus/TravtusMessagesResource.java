package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.message.Submission;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Ids;
import io.parlance.rest.Acceptance;
import io.parlance.rest.Callers;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /messages/}: creates or updates a message of a group. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TravtusMessagesResource {
    @Inject
    GroupSelection groups;

    @Inject
    ReviewTranslator reviews;

    @Inject
    Acceptance acceptance;

    @POST
    public CompletionStage<Response> createMessage(@Nullable JsonNode body, @Context HttpServletRequest request) {
        if (body == null) { // Jersey asks no reader where neither body nor type was sent
            throw new RejectedException(Reason.BODY_MALFORMED, "there is no body");
        }
        return acceptance.accept(
                request, "travtus createMessage", () -> submission(body, Callers.of(request)), receipt -> Response.ok(
                                new RequestResponse(Ids.next()))
                        .build());
    }

    private Submission submission(JsonNode body, Caller caller) {
        var group = groups.select(body, caller);
        return Submission.of(caller.tenantId(), TravtusDialect.NAME, List.of(reviews.translate(body, group)));
    }

    /** Answer of every accepted request: {@code {"request_id": "<uuid>"}}, a new id each time. */
    public record RequestResponse(UUID request_id) {}
}

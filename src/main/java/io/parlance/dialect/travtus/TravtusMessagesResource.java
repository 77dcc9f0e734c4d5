package io.parlance.dialect.travtus;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.message.Submission;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Acceptance;
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
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code POST /messages/}: creates or updates a message of a group. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TravtusMessagesResource {
    @Inject
    RequestQuota quota;

    @Inject
    GroupSelection groups;

    @Inject
    MessageTranslator translator;

    @Inject
    Acceptance acceptance;

    @POST
    public CompletionStage<Response> createMessage(@Nullable JsonNode message, @Context HttpServletRequest request) {
        var caller = quota.admit(request);
        if (message == null) { // Jersey asks no reader where neither body nor type was sent
            throw new RejectedException(Reason.BODY_MALFORMED, "there is no body");
        }
        return acceptance.accept(
                request, "travtus createMessage", () -> submission(message, caller), receipt -> RequestResponse.create()
                        .ok());
    }

    private Submission submission(JsonNode message, Caller caller) {
        var group = groups.select(message, caller);
        boolean strict = ApplicationSettings.of(caller.requireApplication()).strict();
        return Submission.of(
                caller.tenantId(), TravtusDialect.NAME, List.of(translator.translate(message, group, strict)));
    }
}

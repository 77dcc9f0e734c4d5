package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.MessageIntake;
import io.parlance.core.message.Submission;
import io.parlance.rest.Callers;
import io.parlance.rest.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** {@code POST /api/connector/v1/messages/add}: adds messages to threads of the calling application, all or none. */
@Path(MewsDialect.ADD_MESSAGES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Public
@ApplicationScoped
public class MewsMessagesResource {
    @Inject
    Callers callers;

    @Inject
    RequestQuota quota;

    @Inject
    MessageTranslator translator;

    @Inject
    MessageIntake intake;

    /** Checks the tokens before anything else of the body, so that nobody learns about threads without them. */
    @POST
    public AddedMessageResult addMessages(
            JsonNode body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var caller = callers.authenticate(request, response, BodyTokens.read(body));
        var settings = ApplicationSettings.of(caller.requireApplication());
        quota.require(caller, settings);
        var drafts = translator.translate(body, caller);
        var stored = intake.accept(Submission.of(caller.tenantId(), MewsDialect.NAME, drafts));
        return AddedMessageResult.of(stored, settings.senderFormat());
    }
}

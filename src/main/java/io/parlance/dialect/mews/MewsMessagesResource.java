package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Submission;
import io.parlance.rest.Acceptance;
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
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /api/connector/v1/messages}: adds messages to threads of the calling application and lists them. */
@Path("messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Public
@ApplicationScoped
public class MewsMessagesResource {
    @Inject
    MewsCallers callers;

    @Inject
    MessageTranslator translator;

    @Inject
    Acceptance acceptance;

    @Inject
    MessagePages pages;

    /** All messages are added, or none. */
    @POST
    @Path("add")
    public CompletionStage<Response> add(
            JsonNode body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var caller = callers.require(body, request, response);
        KeySyntax.check(request);
        return acceptance.accept(
                request,
                "mews messages/add",
                () -> Submission.of(caller.tenantId(), MewsDialect.NAME, translator.translate(body, caller)),
                receipt -> Response.ok(AddedMessageResult.of(
                                receipt.messages(), caller.settings().senderFormat()))
                        .build());
    }

    @POST
    @Path("getAll")
    public Response getAll(JsonNode body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var caller = callers.require(body, request, response);
        var senderFormat = caller.settings().senderFormat();
        var page = pages.find(body, caller).stream()
                .map(message -> Message.of(message, senderFormat))
                .toList();
        return Preference.answer(request, MessageResult.of(page), page.isEmpty());
    }
}

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Submission;
import io.parlance.core.thread.NewThread;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** {@code /api/connector/v1/messageThreads}: makes threads of the calling application and lists them. */
@Path("messageThreads")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Public
@ApplicationScoped
public class MewsMessageThreadsResource {
    @Inject
    MewsCallers callers;

    @Inject
    Enterprises enterprises;

    @Inject
    Acceptance acceptance;

    @Inject
    ThreadPages pages;

    /** The thread belongs to the one enterprise of the token; a portfolio token has no permission to make one. */
    @POST
    @Path("add")
    public CompletionStage<Response> add(
            JsonNode body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var caller = callers.require(body, request, response);
        var enterprise = enterprises.requireOne(caller.caller());
        KeySyntax.check(request);
        return acceptance.accept(
                request,
                "mews messageThreads/add",
                () -> Submission.opening(thread(body, caller, enterprise), List.of()),
                receipt -> Response.ok(MessageThreadResult.Added.of(receipt.thread()))
                        .build());
    }

    private static NewThread thread(JsonNode body, MewsCaller caller, UUID enterprise) {
        var parameters = MessageThreadAddParameters.read(body);
        return NewThread.of(caller.tenantId(), MewsDialect.NAME)
                .ownedBy(caller.applicationId())
                .inGroup(enterprise, null)
                .requestedBy(parameters.originalSender())
                .about(parameters.subject());
    }

    @POST
    @Path("getAll")
    public Response getAll(JsonNode body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var page = pages.find(body, callers.require(body, request, response));
        return Preference.answer(request, MessageThreadResult.of(page), page.isEmpty());
    }
}

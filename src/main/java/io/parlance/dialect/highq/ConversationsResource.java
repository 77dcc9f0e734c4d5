package io.parlance.dialect.highq;

import io.parlance.core.access.Caller;
import io.parlance.rest.Acceptance;
import io.parlance.rest.Callers;
import io.parlance.rest.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST /api/{version}/conversations/}: opens a conversation, always a new one. All versions from 4 on are alike. Bodies
 * are read and answers chosen here and not by the container, whose rules for media types are not this API's.
 */
@Path("{version:0*(?:[4-9]|[1-9][0-9]+)}/conversations")
@ApplicationScoped
public class ConversationsResource {
    static final String CREATED_STATUS = "highq.createdStatus";

    @Inject
    ConversationTranslator translator;

    @Inject
    Acceptance acceptance;

    @POST
    public CompletionStage<Response> newConversation(@Context HttpServletRequest request) throws IOException {
        var caller = Callers.of(request);
        var form = ResponseForm.of(request);
        var body = request.getInputStream().readAllBytes();
        var type = request.getContentType();
        return acceptance.accept(
                request,
                "highq newConversation",
                () -> {
                    var conversation = ConversationRequest.of(RequestForm.read(body, type));
                    return translator.translate(conversation, caller.requireUser());
                },
                receipt -> Response.status(createdStatus(caller))
                        .type(form.mediaType())
                        .entity(Conversation.written(receipt.thread().number(), receipt.messages()))
                        .build());
    }

    /**
     * 201, or the 200 that the reference's prose has, if the application that speaks for the person sets {@value
     * #CREATED_STATUS} to 200. A token that an administrator gives to a person has no application behind it: 201.
     */
    static int createdStatus(Caller caller) {
        var application = caller.application();
        if (application == null) {
            return 201;
        }
        var settings = Json.read(application.settings().getBytes(StandardCharsets.UTF_8));
        return settings.path(CREATED_STATUS).asInt() == 200 ? 200 : 201;
    }
}

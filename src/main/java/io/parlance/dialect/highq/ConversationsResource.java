package io.parlance.dialect.highq;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.message.Receipt;
import io.parlance.core.message.Submission;
import io.parlance.core.tenant.User;
import io.parlance.rest.Acceptance;
import io.parlance.rest.Callers;
import io.parlance.rest.Json;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/{version}/conversations}: the conversations of the person who calls. All versions from 4 on are alike. Bodies are
 * read and answers chosen here and not by the container, whose rules for media types are not this API's.
 */
@Path(HighqDialect.VERSION + "/conversations")
@ApplicationScoped
public class ConversationsResource {
    static final String CREATED_STATUS = "highq.createdStatus";

    @Inject
    ConversationTranslator translator;

    @Inject
    ConversationReader reader;

    @Inject
    Acceptance acceptance;

    /** Opens a conversation, always a new one. */
    @POST
    public CompletionStage<Response> newConversation(@Context HttpServletRequest request) throws IOException {
        return write(
                request,
                "highq newConversation",
                (body, sender) -> translator.translate(ConversationRequest.of(body), sender),
                receipt -> receipt.thread().number());
    }

    /** Adds to a conversation. */
    @POST
    @Path("{conversation}/messages")
    public CompletionStage<Response> reply(
            @PathParam("conversation") String conversation, @Context HttpServletRequest request) throws IOException {
        return write(
                request,
                "highq reply",
                (body, sender) -> translator.reply(MessageRequest.ofReply(body), WireId.inPath(conversation), sender),
                receipt -> WireId.inPath(conversation));
    }

    private CompletionStage<Response> write(
            HttpServletRequest request,
            String operation,
            BiFunction<JsonNode, User, Submission> translate,
            ToLongFunction<Receipt> conversation)
            throws IOException {
        var caller = Callers.of(request);
        var form = ResponseForm.of(request);
        var body = request.getInputStream().readAllBytes();
        var type = request.getContentType();
        return acceptance.accept(
                request,
                operation,
                () -> translate.apply(RequestForm.read(body, type), caller.requireUser()),
                receipt -> Response.status(createdStatus(caller))
                        .type(form.mediaType())
                        .entity(Conversation.written(conversation.applyAsLong(receipt), receipt.messages()))
                        .build());
    }

    /** A page of conversations, those with the newest messages first. */
    @GET
    public Response list(@Context UriInfo uri, @Context HttpServletRequest request) {
        var form = ResponseForm.of(request);
        var query = ConversationQuery.of(uri.getQueryParameters());
        return ok(form, reader.list(query, Callers.of(request).requireUser(), ApiLinks.of(request)));
    }

    /** A conversation with its messages, oldest first. */
    @GET
    @Path("{conversation}/messages")
    public Response messages(@PathParam("conversation") String conversation, @Context HttpServletRequest request) {
        var form = ResponseForm.of(request);
        var number = WireId.inPath(conversation);
        return ok(form, reader.show(number, Callers.of(request).requireUser(), ApiLinks.of(request)));
    }

    /** Does something with a conversation for the caller alone. */
    @PUT
    @Path("{conversation}")
    @OncePerKey
    public Response update(
            @PathParam("conversation") String conversation,
            @QueryParam("action") @Nullable String action,
            @Context HttpServletRequest request) {
        ResponseForm.of(request);
        var wanted = ConversationAction.of(action);
        reader.mark(WireId.inPath(conversation), Callers.of(request).requireUser(), wanted);
        return Response.ok().build();
    }

    private static Response ok(ResponseForm form, Object body) {
        return Response.ok(body).type(form.mediaType()).build();
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

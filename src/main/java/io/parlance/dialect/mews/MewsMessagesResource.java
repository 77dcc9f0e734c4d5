package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.message.Submission;
import io.parlance.rest.Acceptance;
import io.parlance.rest.Callers;
import io.parlance.rest.IdempotencyHeader;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/connector/v1/messages/add}: adds messages to threads of the calling application, all or none. */
@Path(MewsDialect.ADD_MESSAGES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Public
@ApplicationScoped
public class MewsMessagesResource {
    private static final Pattern KEY = Pattern.compile("[0-9A-Fa-f-]{8,64}");

    @Inject
    Callers callers;

    @Inject
    RequestQuota quota;

    @Inject
    MessageTranslator translator;

    @Inject
    Acceptance acceptance;

    /** Checks the tokens before anything else of the body, so that nobody learns about threads without them. */
    @POST
    public CompletionStage<Response> addMessages(
            JsonNode body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var caller = callers.authenticate(request, response, BodyTokens.read(body));
        var settings = ApplicationSettings.of(caller.requireApplication());
        quota.require(caller, settings);
        checkKey(request.getHeader(IdempotencyHeader.NAME));
        return acceptance.accept(
                request,
                "mews messages/add",
                () -> Submission.of(caller.tenantId(), MewsDialect.NAME, translator.translate(body, caller)),
                receipt -> Response.ok(AddedMessageResult.of(receipt.messages(), settings.senderFormat()))
                        .build());
    }

    /** The vendor's keys, where it has any, are UUIDs and the like. */
    private static void checkKey(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidParameter(IdempotencyHeader.NAME);
        }
    }
}

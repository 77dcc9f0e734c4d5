package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.audit.Actor;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.thread.MessageThread;
import io.parlance.dialect.jitsudo.policy.Decision;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import io.parlance.rest.Json;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The operations that change access requests, once for each key of a client. Bodies are read last. */
@ApplicationScoped
@OncePerKey
class AccessRequestOperations {
    private static final int MOST_REASONING = 10_000;

    @Inject
    AccessRequests accessRequests;

    @Inject
    NewAccessRequests newAccessRequests;

    @Inject
    AccessRequestChanges changes;

    Response create(InputStream body, Caller caller, URI list, HttpServletRequest request) {
        var created = newAccessRequests.create(CreateAccessRequest.of(Json.read(body)), caller);
        return Response.created(list.resolve(created.id().toString()))
                .entity(AccessRequest.of(created))
                .build();
    }

    Response approve(String id, InputStream body, Caller caller, HttpServletRequest request) {
        var accessRequest = accessRequests.requireCurrent(caller, id, Action.APPROVE);
        return answer(changes.answer(accessRequest, Outcome.APPROVED, caller, reasoning(body, request)));
    }

    Response deny(String id, InputStream body, Caller caller, HttpServletRequest request) {
        var accessRequest = accessRequests.requireCurrent(caller, id, Action.DENY);
        return answer(changes.answer(accessRequest, Outcome.DENIED, caller, reasoning(body, request)));
    }

    /** Only for who asked for the access, whatever policies say. */
    Response cancel(String id, InputStream body, Caller caller, HttpServletRequest request) {
        var accessRequest = accessRequests.current(caller, id);
        AuditTrail.requirePermitted(
                Decision.of(isRequester(caller, accessRequest)),
                caller,
                Action.CANCEL,
                AuditTrail.REQUEST,
                accessRequest.id().toString());
        return answer(changes.answer(
                accessRequests.requireCurrent(caller, id, Action.CANCEL),
                Outcome.CANCELLED,
                caller,
                reasoning(body, request)));
    }

    private static boolean isRequester(Caller caller, MessageThread accessRequest) {
        return caller.user() == null
                ? Actor.of(caller).id().equals(accessRequest.requesterId())
                : AuthorRule.asked(caller.user(), accessRequest);
    }

    private static Response answer(MessageThread changed) {
        return Response.ok(AccessRequest.of(changed)).build();
    }

    /** The documented body is optional, and so is its only member. */
    private static @Nullable String reasoning(InputStream body, HttpServletRequest request) {
        try {
            var bytes = body.readAllBytes();
            if (bytes.length == 0) {
                return null;
            }
            requireJson(request.getContentType());
            return new Members(Json.read(bytes)).optionalText("reasoning", MOST_REASONING);
        } catch (IOException e) {
            throw new RejectedException(Reason.BODY_MALFORMED, "the body cannot be read");
        }
    }

    /** The servers differ in what they match a request without a body with, so the operations take any type of it. */
    private static void requireJson(@Nullable String type) {
        if (type != null && !MediaType.valueOf(type).isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new RejectedException(Reason.MEDIA_TYPE_UNSUPPORTED, "the body is " + type);
        }
    }
}

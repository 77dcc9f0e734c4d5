package io.parlance.dialect.travtus;

import io.parlance.core.problem.Reason;
import io.parlance.rest.ErrorMapper;
import io.parlance.rest.Paths;
import io.parlance.rest.Refusal;
import io.parlance.rest.TokenError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words every refusal as Travtus does: documented errors in their envelope, what the framework behind that API answers by
 * itself as {@code {"detail": …}}, gateway refusals as {@code {"message": …}}, those of the token address as RFC 6749 has them.
 */
@Provider
public class TravtusErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        if (failure instanceof TravtusFault fault) {
            return word(fault.error());
        }
        if (failure instanceof FieldErrors.InvalidFields invalid) {
            return json(400, invalid.body());
        }
        if (failure instanceof NoCommunities none) {
            return json(404, none.body());
        }
        if (failure instanceof TokenError.Fault fault) {
            return fault.error().response(request);
        }
        return null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var tokenError = isAt(TravtusDialect.OAUTH) ? TokenError.of(refusal.reason()) : null;
        return tokenError != null && tokenError.isPresent()
                ? tokenError.get().response(request)
                : word(refusal.reason(), refusal);
    }

    private Response word(Reason reason, Refusal refusal) {
        return switch (reason) {
            case CREDENTIAL_MISSING -> word(TravtusError.MISSING_AUTHORIZATION);
            case CREDENTIAL_INVALID, TENANT_MISMATCH -> word(TravtusError.INVALID_AUTHORIZATION);
            case CREDENTIAL_EXPIRED -> word(TravtusError.EXPIRED_TOKEN);
            case GROUP_NOT_FOUND -> word(TravtusError.GROUP_NOT_FOUND);
            case GROUP_NOT_ACCESSIBLE -> word(TravtusError.NO_ACCESS_TO_GROUP);
            case PATH_UNKNOWN, THREAD_NOT_FOUND, USER_NOT_FOUND, ATTACHMENT_NOT_FOUND, RESOURCE_NOT_FOUND ->
                detail(404, "Not found.");
            case METHOD_NOT_ALLOWED -> detail(405, "Method \"" + request.getMethod() + "\" not allowed.");
            case NOT_ACCEPTABLE -> detail(406, "Could not satisfy the request Accept header.");
            case MEDIA_TYPE_UNSUPPORTED -> detail(415, "Unsupported media type \"" + mediaType() + "\" in request.");
            case BODY_TOO_LARGE -> detail(413, "Request body is too large.");
            case BODY_TOO_SLOW -> detail(408, "Request timed out.");
            case BODY_MALFORMED -> detail(400, "JSON parse error.");
            case INPUT_INVALID, RANGE_UNSATISFIABLE, CONFLICT, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED ->
                json(400, FieldErrors.ofNoField(refusal.detail()).body());
            case FORBIDDEN -> detail(403, "You do not have permission to perform this action.");
            case RATE_LIMITED -> json(429, Map.of("message", "Too Many Requests"));
            case OVERLOADED, STORE_UNAVAILABLE, STORE_TOO_SLOW -> json(503, Map.of("message", "Service Unavailable"));
            case INTERNAL -> json(500, fault(Paths.within(request), request.getMethod()));
        };
    }

    /** Each page of the reference has its own words, and one has its own shape. */
    static Map<String, Object> fault(String path, String method) {
        if (Paths.isAt(path, TravtusDialect.MESSAGES)) {
            return Map.of("error", Map.of("message", "An error occurred while creating the message."));
        }
        if (!Paths.isAt(path, TravtusDialect.COMMUNITIES)) {
            return Map.of("message", "Internal Server Error");
        }
        return switch (method) {
            case "POST" -> Map.of("error", Map.of("message", "An error occurred while creating the community."));
            case "PATCH" -> Map.of("error", Map.of("message", "An error occurred while updating the community."));
            default -> Map.of("error", "An internal error occurred while processing your request.");
        };
    }

    private boolean isAt(String prefix) {
        return Paths.isAt(Paths.within(request), prefix);
    }

    private String mediaType() {
        var type = request.getContentType();
        return type == null ? "" : type;
    }

    /** A missing header is 400, but for one page that says 401. */
    private Response word(TravtusError error) {
        boolean missing = error == TravtusError.MISSING_AUTHORIZATION && isAt(TravtusDialect.WEBHOOK);
        int status = missing ? 401 : error.status();
        var response = Response.fromResponse(json(status, error.body()));
        return status == 401
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : response.build();
    }

    private static Response detail(int status, String text) {
        return json(status, Map.of("detail", text));
    }

    private static Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }
}

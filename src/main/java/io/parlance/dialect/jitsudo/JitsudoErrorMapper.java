package io.parlance.dialect.jitsudo;

import io.parlance.rest.ErrorMapper;
import io.parlance.rest.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Words every refusal as this API does: {@code {"code", "message", "details"?, "notices"?}}. */
@Provider
public class JitsudoErrorMapper extends ErrorMapper {
    @Override
    protected @Nullable Response wordOwn(Throwable failure) {
        return failure instanceof JitsudoFault fault ? answer(fault.error(), fault.body()) : null;
    }

    @Override
    protected Response word(Refusal refusal) {
        var error = JitsudoError.of(refusal.reason());
        return answer(error, body(error, refusal));
    }

    /** Only what is wrong with a body is told in the refusal's own words; the rest would say more than the caller may know. */
    static ErrorObject body(JitsudoError error, Refusal refusal) {
        var message = error == JitsudoError.INVALID_INPUT ? refusal.detail() : error.message();
        var body = ErrorObject.of(error, message);
        return refusal.incident().isEmpty() ? body : body.detail("incident", refusal.incident());
    }

    private static Response answer(JitsudoError error, ErrorObject body) {
        var response =
                Response.status(error.status()).type(MediaType.APPLICATION_JSON).entity(body);
        return error == JitsudoError.UNAUTHENTICATED
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : response.build();
    }
}

package io.parlance.dialect.highq;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import io.parlance.rest.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/{version}/users/…}: tells a client the numbers of the people it wants to write to. */
@Path(HighqDialect.VERSION + "/users")
@ApplicationScoped
public class UsersResource {
    @Inject
    Users users;

    /** Finds a person of the caller's tenant by number, or by email where the type says so. */
    @GET
    @Path("{user}")
    public Response show(
            @PathParam("user") String named,
            @QueryParam("type") @Nullable String type,
            @Context HttpServletRequest request) {
        var form = ResponseForm.of(request);
        var user = find(named, type, Callers.of(request).requireUser())
                .orElseThrow(() -> new RejectedException(Reason.USER_NOT_FOUND, "no such user"));
        return Response.ok(UserObject.of(user)).type(form.mediaType()).build();
    }

    private Optional<User> find(String named, @Nullable String type, User caller) {
        if ("email".equalsIgnoreCase(type)) {
            return users.findByEmail(caller.tenantId(), named);
        }
        var number = WireId.inPath(named);
        return users.findByNumbers(caller.tenantId(), Set.of(number)).stream().findFirst();
    }
}

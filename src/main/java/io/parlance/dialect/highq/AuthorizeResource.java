package io.parlance.dialect.highq;

import io.parlance.core.access.PersonGrants;
import io.parlance.core.access.RegisteredClient;
import io.parlance.core.access.Vault;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.tenant.Logins;
import io.parlance.core.tenant.User;
import io.parlance.core.tenant.Users;
import io.parlance.rest.FormFields;
import io.parlance.rest.Public;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /authorize.action}: people log in and let a client act in their name (RFC 6749, 4.1). An unknown client or a wrong
 * address of return is told to the person, never to that address. Each request asks for the password anew: there is no session.
 */
@Path("")
@Public
@ApplicationScoped
public class AuthorizeResource {
    private static final String ALLOW = "allow";
    private static final int MAX_TEXT = 1000;

    @Inject
    PersonGrants grants;

    @Inject
    Logins logins;

    @Inject
    Users users;

    @Inject
    Vault vault;

    /** The login page. */
    @GET
    public Response ask(@Context UriInfo uri, @Context HttpServletRequest request) {
        var query = uri.getQueryParameters();
        var id = Objects.requireNonNullElse(single(query, "client_id"), "");
        var client = client(id);
        var redirect = single(query, "redirect_uri");
        if (redirect != null && !redirect.equals(client.credential().redirectUri())) {
            throw LoginError.OTHER_ADDRESS.fault();
        }
        var state = single(query, "state");
        var type = single(query, "response_type");
        if (!"code".equals(type)) {
            return ClientReturn.to(client, state)
                    .refused(type == null ? "invalid_request" : "unsupported_response_type");
        }
        var browser = Browser.of(request);
        return browser.remember(pages(request)
                .login(client, Visit.begin(browser.id(), id, state).sealed(vault), "", null));
    }

    /** The form of the login page, or of the page that asks for leave. */
    @POST
    public Response answer(InputStream body, @Context HttpServletRequest request) {
        var form = FormFields.read(body);
        var visit = Visit.open(form.text("visit"), Browser.of(request).id(), vault)
                .orElseThrow(LoginError.PAGE_TOO_OLD::fault);
        var client = client(visit.clientId());
        return visit.userId() == null ? logIn(form, visit, client, pages(request)) : decide(form, visit, client);
    }

    private Response logIn(FormFields form, Visit visit, RegisteredClient client, LoginPages pages) {
        var email = form.text("email");
        var user = match(client, email, form.text("password"));
        if (user.isEmpty()) {
            return pages.login(client, visit.sealed(vault), email == null ? "" : email, LoginPages.WRONG);
        }
        return OAuthSettings.of(client.application()).asksPeople()
                ? pages.consent(client, visit.of(user.get().id()).sealed(vault), user.get())
                : allowed(client, visit, user.get());
    }

    private Optional<User> match(RegisteredClient client, @Nullable String email, @Nullable String password) {
        return email == null || password == null || email.length() > MAX_TEXT || password.length() > MAX_TEXT
                ? Optional.empty()
                : logins.check(client.credential().tenantId(), email, password);
    }

    private Response decide(FormFields form, Visit visit, RegisteredClient client) {
        if (!ALLOW.equals(form.text("decision"))) {
            return ClientReturn.to(client, visit.state()).refused("access_denied");
        }
        var user = Optional.ofNullable(visit.userId())
                .flatMap(id -> users.find(client.credential().tenantId(), id))
                .orElseThrow(LoginError.PAGE_TOO_OLD::fault);
        return allowed(client, visit, user);
    }

    private Response allowed(RegisteredClient client, Visit visit, User user) {
        return ClientReturn.to(client, visit.state()).allowed(grants.allow(client, user));
    }

    private RegisteredClient client(String id) {
        return grants.findClient(id)
                .filter(client -> client.credential().redirectUri() != null)
                .orElseThrow(LoginError.UNKNOWN_CLIENT::fault);
    }

    private static @Nullable String single(MultivaluedMap<String, String> query, String name) {
        var values = query.get(name);
        if (values != null && values.size() > 1) {
            throw new RejectedException(Reason.INPUT_INVALID, name + " is sent twice");
        }
        return values == null || values.get(0).isEmpty() ? null : values.get(0);
    }

    private static LoginPages pages(HttpServletRequest request) {
        return new LoginPages(request.getContextPath() + HighqDialect.AUTHORIZE);
    }
}

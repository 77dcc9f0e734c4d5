package io.parlance.dialect.highq;

import io.parlance.core.access.Caller;
import io.parlance.core.access.PersonGrants;
import io.parlance.core.access.PersonGrants.Tokens;
import io.parlance.core.tenant.Users;
import io.parlance.rest.Callers;
import io.parlance.rest.ClientLogin;
import io.parlance.rest.FormFields;
import io.parlance.rest.Public;
import io.parlance.rest.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/oauth2/token}: tokens for a code or a refresh token and, which is an extension of ours, for the client itself,
 * which then acts as the person that the setting {@code highq.serviceUser} names.
 */
@Path("token")
@Public
@ApplicationScoped
public class HighqTokenResource {
    private static final String GRANT_TYPE = "grant_type";
    private static final String CODE = "code";
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final List<String> PARAMETERS =
            List.of(GRANT_TYPE, ClientLogin.ID, ClientLogin.SECRET, CODE, REFRESH_TOKEN);

    @Inject
    Callers callers;

    @Inject
    PersonGrants grants;

    @Inject
    Users users;

    /** Its parameters are refused in the address: secrets would lie in access logs. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(
            InputStream body,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var form = FormFields.read(body);
        var grantType = form.text(GRANT_TYPE);
        if (grantType == null || PARAMETERS.stream().anyMatch(uri.getQueryParameters()::containsKey)) {
            throw TokenError.INVALID_REQUEST.fault();
        }
        var login = ClientLogin.read(form, request.getHeader(HttpHeaders.AUTHORIZATION));
        var client = callers.authenticate(request, response, login);
        var tokens =
                switch (grantType) {
                    case "authorization_code" -> redeem(client, form);
                    case "refresh_token" -> refresh(client, form);
                    case "client_credentials" -> speakAsServiceUser(client);
                    default -> throw TokenError.UNSUPPORTED_GRANT_TYPE.fault();
                };
        return Response.ok(
                        TokenResponse.of(tokens), ResponseForm.ofTokens(request).mediaType())
                .build();
    }

    private Tokens redeem(Caller client, FormFields form) {
        var redirect = form.text("redirect_uri");
        if (redirect != null && !isOf(client, redirect)) {
            throw TokenError.INVALID_GRANT.fault();
        }
        return granted(
                grants.redeem(client, required(form, CODE), settings(client).accessTokenLifetime()));
    }

    /** The one address that a client has is the one its code was sent to. */
    private boolean isOf(Caller client, String redirect) {
        return grants.redirectUri(client).filter(redirect::equals).isPresent();
    }

    private Tokens refresh(Caller client, FormFields form) {
        return granted(grants.refresh(
                client, required(form, REFRESH_TOKEN), settings(client).accessTokenLifetime()));
    }

    private Tokens speakAsServiceUser(Caller client) {
        var settings = settings(client);
        var number = List.of((long) settings.serviceUser());
        return users.findByNumbers(client.tenantId(), number).stream()
                .findFirst()
                .map(user -> grants.speakAs(client, user, settings.accessTokenLifetime()))
                .orElseThrow(TokenError.UNAUTHORIZED_CLIENT::fault);
    }

    private static String required(FormFields form, String field) {
        var value = form.text(field);
        if (value == null) {
            throw TokenError.INVALID_REQUEST.fault();
        }
        return value;
    }

    private static Tokens granted(Optional<Tokens> tokens) {
        return tokens.orElseThrow(TokenError.INVALID_GRANT::fault);
    }

    private static OAuthSettings settings(Caller client) {
        return OAuthSettings.of(client.requireApplication());
    }
}

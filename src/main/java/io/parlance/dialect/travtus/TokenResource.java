package io.parlance.dialect.travtus;

import io.parlance.core.access.AccessTokens;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** {@code POST /oauth2/token}: an access token for a client's id and secret (RFC 6749, 4.4). */
@Path("token")
@Public
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TokenResource {
    private static final String GRANT_TYPE = "client_credentials";
    private static final List<String> PARAMETERS = List.of("grant_type", ClientLogin.ID, ClientLogin.SECRET);

    @Inject
    Callers callers;

    @Inject
    RequestQuota quota;

    @Inject
    AccessTokens tokens;

    /** The documented answer; {@code expires_in} is what remains, which is less for a token that was asked for before. */
    public record TokenResponse(String access_token, String token_type, long expires_in) {}

    /** Its parameters are refused in the address: secrets would lie in access logs. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TokenResponse issue(
            InputStream body,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var form = FormFields.read(body);
        var grantType = form.text("grant_type");
        if (grantType == null || PARAMETERS.stream().anyMatch(uri.getQueryParameters()::containsKey)) {
            throw TokenError.INVALID_REQUEST.fault();
        }
        var login = ClientLogin.read(form, request.getHeader(HttpHeaders.AUTHORIZATION));
        var client = callers.authenticate(request, response, login);
        if (!grantType.equals(GRANT_TYPE)) {
            throw TokenError.UNSUPPORTED_GRANT_TYPE.fault();
        }
        quota.admitTokenRequest(client);
        var token = tokens.issue(client);
        return new TokenResponse(token.text(), "Bearer", token.remaining().toSeconds());
    }
}

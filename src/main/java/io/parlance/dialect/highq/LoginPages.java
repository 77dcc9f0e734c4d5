package io.parlance.dialect.highq;

import io.parlance.core.access.RegisteredClient;
import io.parlance.core.tenant.User;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pages on which people log in and let a client act for them: plain forms, no script, nothing from elsewhere.
 *
 * @param address where their forms go
 */
record LoginPages(String address) {
    static final String WRONG = "The e-mail address or the password is wrong.";

    private static final String TEMPLATE = PageFile.read("page.html");
    private static final String LOGIN = PageFile.read("login.html");
    private static final String CONSENT = PageFile.read("consent.html");
    private static final String STYLE = PageFile.read("page.css");
    private static final String STYLE_HASH = PageFile.hash(STYLE);

    /** The first page; with an error it is shown again, and says why. */
    Response login(RegisteredClient client, String visit, String email, @Nullable String error) {
        var alert = error == null
                ? ""
                : "<p class=\"alert\" role=\"alert\" id=\"alert\">" + HtmlText.escape(error) + "</p>";
        var form = LOGIN.replace("{address}", HtmlText.escape(address))
                .replace("{visit}", visit)
                .replace("{alert}", alert)
                .replace("{wrong}", error == null ? "" : " aria-invalid=\"true\" aria-describedby=\"alert\"")
                .replace("{first}", error == null ? " autofocus" : "")
                .replace("{again}", error == null ? "" : " autofocus")
                .replace("{application}", HtmlText.escape(client.application().name()))
                .replace("{email}", HtmlText.escape(email));
        return page(error == null ? 200 : 403, "Log in", form, client);
    }

    /** The page that asks whether the client may act for somebody who has logged in. */
    Response consent(RegisteredClient client, String visit, User user) {
        var form = CONSENT.replace("{address}", HtmlText.escape(address))
                .replace("{visit}", visit)
                .replace("{application}", HtmlText.escape(client.application().name()))
                .replace("{person}", HtmlText.escape(user.displayName()))
                .replace("{email}", HtmlText.escape(user.email()));
        return page(200, "Allow access", form, client);
    }

    static Response error(LoginError error) {
        return page(400, "Login not possible", "<p role=\"alert\">" + HtmlText.escape(error.text()) + "</p>", null);
    }

    static Response refusal(HighqError error) {
        var text = error == HighqError.TOO_MANY_REQUESTS
                ? "Too many tries with this e-mail address. Wait a quarter of an hour and try again."
                : error.summary() + ".";
        return page(error.status(), "Login not possible", "<p role=\"alert\">" + HtmlText.escape(text) + "</p>", null);
    }

    /**
     * A form may lead to the page's own server and, by its redirect, back to the client; browsers ask about both. Pages are sent
     * as bytes, because RESTEasy escapes the text of those with status 400.
     */
    private static Response page(int status, String title, String content, @Nullable RegisteredClient client) {
        var formAction = client == null ? "'none'" : "'self' " + origin(client);
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src '" + STYLE_HASH + "'; form-action " + formAction
                                + "; frame-ancestors 'none'; base-uri 'none'")
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(TEMPLATE.replace("{title}", title)
                        .replace("{style}", STYLE)
                        .replace("{content}", content)
                        .getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static String origin(RegisteredClient client) {
        var uri = URI.create(Objects.requireNonNull(client.credential().redirectUri()));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}

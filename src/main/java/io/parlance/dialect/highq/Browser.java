package io.parlance.dialect.highq;

import io.parlance.rest.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The browser that shows the login pages, known by a cookie, so that no other site can send their forms in its name. */
record Browser(String id, String path, boolean secure) {
    private static final String COOKIE = "parlance-login";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final int RANDOM_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A browser that is not known gets an id. */
    static Browser of(HttpServletRequest request) {
        var id = Cookies.find(request, COOKIE)
                .filter(value -> WELL_FORMED.matcher(value).matches())
                .orElseGet(Browser::newId);
        return new Browser(id, request.getContextPath() + HighqDialect.AUTHORIZE, request.isSecure());
    }

    Response remember(Response page) {
        return Response.fromResponse(page)
                .header(
                        "Set-Cookie",
                        COOKIE + "=" + id + "; Path=" + path + "; HttpOnly; SameSite=Strict"
                                + (secure ? "; Secure" : ""))
                .build();
    }

    private static String newId() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package io.parlance.dialect.highq;

import io.parlance.core.access.RegisteredClient;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way back to a client, to the one address that it is registered with. */
record ClientReturn(String address, @Nullable String state) {
    static ClientReturn to(RegisteredClient client, @Nullable String state) {
        return new ClientReturn(Objects.requireNonNull(client.credential().redirectUri()), state);
    }

    Response allowed(String code) {
        return redirect("code", code);
    }

    Response refused(String error) {
        return redirect("error", error);
    }

    private Response redirect(String name, String value) {
        var location = address
                + (address.contains("?") ? '&' : '?')
                + name
                + '='
                + encoded(value)
                + (state == null ? "" : "&state=" + encoded(state));
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

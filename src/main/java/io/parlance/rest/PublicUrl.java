package io.parlance.rest;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;

/**
 * Where clients reach this installation, if that is not where the server listens: {@code parlance.public-url}, for links in
 * answers. What a request says of it by {@code X-Forwarded-Host} and the like is not believed: anybody can send that.
 */
@ApplicationScoped
public class PublicUrl {
    @Inject
    Configuration configuration;

    /** Whether it is a scheme, a host and at most a port. */
    public static boolean isSound(String url) {
        return url.matches("https?://[^/?#@\\s]+/?");
    }

    /** The request, which tells the public address of itself if there is one. */
    HttpServletRequest of(HttpServletRequest request) {
        return configuration
                .find(CoreKey.PUBLIC_URL)
                .<HttpServletRequest>map(url -> new PublicRequest(request, url))
                .orElse(request);
    }

    private static final class PublicRequest extends HttpServletRequestWrapper {
        private final String url;

        private PublicRequest(HttpServletRequest request, String url) {
            super(request);
            this.url = url;
        }

        @Override
        public StringBuffer getRequestURL() {
            var origin = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            return new StringBuffer(origin).append(getRequestURI());
        }

        @Override
        public String getScheme() {
            return URI.create(url).getScheme();
        }

        @Override
        public boolean isSecure() {
            return getScheme().equals("https");
        }
    }
}

package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes how credentials come in: over TLS or in the clear, from here or from elsewhere, at which listener. It looks at one
 * request a second at most, so that nothing is to be felt of it. Thread-safe; of two notes at once either may win.
 */
@ApplicationScoped
public class Transport {
    private static final long EVERY_NANOS = 1_000_000_000L;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final String FORWARDED = "X-Forwarded-Proto";

    Clock clock = Clock.systemUTC();

    private volatile long nextNote = System.nanoTime();
    private volatile Instant encrypted = Instant.MIN;
    private volatile Instant clearFromElsewhere = Instant.MIN;
    private volatile Instant forwarded = Instant.MIN;
    private volatile @Nullable Listener listener;

    /** Where this server was reached. */
    public record Listener(String address, int port, boolean tls) {}

    /** What was seen within an hour: TLS here or in front, no TLS from another machine, a proxy that tells of TLS or of none. */
    public record Seen(boolean encrypted, boolean clearFromElsewhere, boolean forwarded) {}

    /** Takes note of a request that carries a credential. */
    public void note(HttpServletRequest request) {
        long now = System.nanoTime();
        if (now - nextNote >= 0) {
            nextNote = now + EVERY_NANOS;
            look(request);
        }
    }

    void look(HttpServletRequest request) {
        var now = clock.instant();
        var scheme = request.getHeader(FORWARDED);
        if (scheme != null) {
            forwarded = now;
        }
        if (request.isSecure() || "https".equalsIgnoreCase(scheme)) {
            encrypted = now;
        } else if (!isLoopback(request.getRemoteAddr())) {
            clearFromElsewhere = now;
        }
        boolean tls = request.isSecure() && scheme == null; // some servers believe the proxy's word for it
        listener = new Listener(request.getLocalAddr(), request.getLocalPort(), tls);
    }

    public Seen seen() {
        var since = clock.instant().minus(REMEMBERED);
        return new Seen(encrypted.isAfter(since), clearFromElsewhere.isAfter(since), forwarded.isAfter(since));
    }

    /** Where the last request that was looked at came in. */
    public Optional<Listener> listener() {
        return Optional.ofNullable(listener);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // an address in digits: nobody is asked
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

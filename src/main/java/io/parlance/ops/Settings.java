package io.parlance.ops;

import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.rest.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** The settings that decide whether this server may start at all. Each refusal is one sentence that says what to do. */
@ApplicationScoped
class Settings {
    @Inject
    Configuration configuration;

    boolean production() {
        return configuration.flag(CoreKey.PRODUCTION);
    }

    boolean demo() {
        return configuration.flag(CoreKey.DEMO);
    }

    Optional<String> demoSheet() {
        return configuration.find(CoreKey.DEMO_SHEET);
    }

    /** Where the server listens, as its starter says. */
    URI base() {
        return URI.create("http://" + host() + ":" + configuration.number(CoreKey.PORT));
    }

    void check() {
        refuseIf(
                demo() && production(),
                "parlance.demo and parlance.production are both true; the demo tenant's"
                        + " credentials are public, so set one of them to false");
        refuseIf(
                demo() && !isLoopback(host()),
                "parlance.demo is true and parlance.host is " + host()
                        + "; the demo tenant runs on a loopback address only");
        refuseIf(
                production() && configuration.find(CoreKey.MASTER_KEY).isEmpty(),
                "parlance.production is true without parlance.master-key; set it to at least "
                        + CoreKey.MASTER_KEY.facts().type().least() + " characters");
        refuseIf(
                !configuration.find(CoreKey.PUBLIC_URL).map(PublicUrl::isSound).orElse(true),
                "parlance.public-url is more or less than a scheme and a host; write it as https://hub.example.org");
    }

    private String host() {
        return configuration.text(CoreKey.HOST);
    }

    static void refuseIf(boolean unsafe, String sentence) {
        if (unsafe) {
            throw new IllegalStateException("Parlance does not start: " + sentence + ".");
        }
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

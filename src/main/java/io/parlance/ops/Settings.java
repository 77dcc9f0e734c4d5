package io.parlance.ops;

import io.parlance.core.access.AdminTokens;
import io.parlance.core.access.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings that decide whether this server may start at all. Each refusal is one sentence that says what to do. */
@ApplicationScoped
class Settings {
    @Inject
    @ConfigProperty(name = "parlance.production", defaultValue = "false")
    boolean production;

    @Inject
    @ConfigProperty(name = "parlance.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "parlance.host", defaultValue = "127.0.0.1")
    String host;

    @Inject
    @ConfigProperty(name = "parlance.port", defaultValue = "8080")
    int port;

    @Inject
    @ConfigProperty(name = "parlance.demo.sheet")
    Optional<String> demoSheet;

    @Inject
    @ConfigProperty(name = "parlance.admin.token")
    Optional<String> adminToken;

    @Inject
    @ConfigProperty(name = "parlance.master-key")
    Optional<String> masterKey;

    boolean production() {
        return production;
    }

    boolean demo() {
        return demo;
    }

    Optional<String> demoSheet() {
        return demoSheet;
    }

    /** Where the server listens, as its starter says. */
    URI base() {
        return URI.create("http://" + host + ":" + port);
    }

    void check() {
        refuseIf(
                demo && production,
                "parlance.demo and parlance.production are both true; the demo tenant's"
                        + " credentials are public, so set one of them to false");
        refuseIf(
                demo && !isLoopback(host),
                "parlance.demo is true and parlance.host is " + host
                        + "; the demo tenant runs on a loopback address only");
        refuseIf(
                adminToken.isPresent() && adminToken.get().length() < AdminTokens.MIN_LENGTH,
                "parlance.admin.token has " + adminToken.map(String::length).orElse(0)
                        + " characters; give it at least " + AdminTokens.MIN_LENGTH);
        refuseIf(
                masterKey.isPresent() && masterKey.get().length() < MasterKey.MIN_LENGTH,
                "parlance.master-key is too short; give it at least " + MasterKey.MIN_LENGTH + " characters");
        refuseIf(
                production && masterKey.isEmpty(),
                "parlance.production is true without parlance.master-key; set one of" + " at least "
                        + MasterKey.MIN_LENGTH + " characters");
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

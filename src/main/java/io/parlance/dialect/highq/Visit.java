package io.parlance.dialect.highq;

import io.parlance.core.access.Vault;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come on their way through the login pages. It goes out in the page, sealed, and comes back with the form,
 * so the server remembers nothing; another browser, or a page that was not ours, has none that counts.
 *
 * @param browser what the browser's cookie must hold
 * @param state of the client, given back to it unseen
 * @param userId who has logged in; null before that
 */
record Visit(String browser, String clientId, @Nullable String state, @Nullable UUID userId, Instant until) {
    private static final Duration LASTS = Duration.ofMinutes(30);

    static Visit begin(String browser, String clientId, @Nullable String state) {
        return new Visit(
                browser, clientId, state, null, Instant.now(Clock.systemUTC()).plus(LASTS));
    }

    Visit of(UUID user) {
        return new Visit(browser, clientId, state, user, until);
    }

    String sealed(Vault vault) {
        var plain = Json.write(this).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(plain));
    }

    /** A visit that came back from this browser and is not too old. */
    static Optional<Visit> open(@Nullable String sealed, String browser, Vault vault) {
        return bytes(sealed)
                .flatMap(vault::recognise)
                .map(plain -> Json.bind(Json.read(plain), Visit.class))
                .filter(visit -> visit.browser.equals(browser))
                .filter(visit -> visit.until.isAfter(Instant.now(Clock.systemUTC())));
    }

    private static Optional<byte[]> bytes(@Nullable String sealed) {
        try {
            return Optional.ofNullable(sealed)
                    .map(text -> Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

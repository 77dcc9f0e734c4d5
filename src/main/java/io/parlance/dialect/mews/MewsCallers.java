package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.limit.Quota;
import io.parlance.core.limit.RateLimit;
import io.parlance.rest.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * What every operation begins with: the tokens in the body, how often they were used (200 times in 30 seconds from the first
 * of a burst, unless the application says else), and whether there is an enterprise behind them. All that comes before
 * anything else of the body, so that nobody learns about threads without tokens.
 */
@ApplicationScoped
class MewsCallers {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    @Inject
    Callers callers;

    @Inject
    RateLimit rateLimit;

    @Inject
    Enterprises enterprises;

    MewsCaller require(JsonNode body, HttpServletRequest request, HttpServletResponse response) {
        var caller = callers.authenticate(request, response, BodyTokens.read(body));
        var settings = ApplicationSettings.of(caller.requireApplication());
        var quota = new Quota(MewsDialect.NAME, settings.rateLimit(), WINDOW);
        rateLimit.require(caller.tenantId(), caller.credentialId(), quota);
        enterprises.requireAny(caller);
        return new MewsCaller(caller, settings);
    }
}

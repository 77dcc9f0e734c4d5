package io.parlance.dialect.mews;

import io.parlance.core.access.Caller;
import io.parlance.core.limit.Quota;
import io.parlance.core.limit.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Counts the requests of an access token: 200 in 30 seconds from the first of a burst, unless its application says else. */
@ApplicationScoped
class RequestQuota {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    @Inject
    RateLimit rateLimit;

    void require(Caller caller, ApplicationSettings settings) {
        rateLimit.require(
                caller.tenantId(), caller.credentialId(), new Quota(MewsDialect.NAME, settings.rateLimit(), WINDOW));
    }
}

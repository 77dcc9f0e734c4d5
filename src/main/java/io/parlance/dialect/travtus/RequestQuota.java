package io.parlance.dialect.travtus;

import io.parlance.core.access.Caller;
import io.parlance.core.limit.BurstLimit;
import io.parlance.core.limit.BurstLimit.Rate;
import io.parlance.rest.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Counts requests as the gateway of the API does: 10,000 a second and 5,000 at once for each credential, 100 a second and 200
 * at once for each client that asks for tokens.
 */
@ApplicationScoped
class RequestQuota {
    private static final Rate TOKEN_RATE = new Rate("travtus token", 100, 200);

    @Inject
    BurstLimit limit;

    /** The caller of a request, which is counted before anything its body says is looked up. */
    Caller admit(HttpServletRequest request) {
        var caller = Callers.of(request);
        var settings = ApplicationSettings.of(caller.requireApplication());
        if (settings.limited()) {
            limit.require(caller.tenantId(), caller.credentialId(), settings.rate());
        }
        return caller;
    }

    /** Only clients that proved who they are count, so that nobody uses up another's share. */
    void admitTokenRequest(Caller client) {
        limit.require(client.tenantId(), client.credentialId(), TOKEN_RATE);
    }
}

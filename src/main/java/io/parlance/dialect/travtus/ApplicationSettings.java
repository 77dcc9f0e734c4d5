package io.parlance.dialect.travtus;

import io.parlance.core.dialect.Setting;
import io.parlance.core.limit.BurstLimit.Rate;
import io.parlance.core.tenant.Application;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The switches of an application that this dialect reads; a value that makes no sense counts as not set.
 *
 * @param strict whether messages must have what only the newest reference demands
 * @param requestsPerSecond of each credential, with half as many at once; 0 for any number
 */
record ApplicationSettings(boolean strict, int requestsPerSecond) {
    private static final String STRICT = "travtus.strict-v2";
    private static final Setting RATE_LIMIT = Setting.wholeNumber("rateLimit");
    private static final int DOCUMENTED_RATE_LIMIT = 10_000;
    private static final String NONE = "{}";

    private static final ApplicationSettings DOCUMENTED = new ApplicationSettings(false, DOCUMENTED_RATE_LIMIT);

    static final List<Setting> ALL = List.of(Setting.oneOf(STRICT, "false", "true"), RATE_LIMIT);

    static ApplicationSettings of(Application application) {
        if (application.settings().equals(NONE)) { // nearly all, and this is asked for every request
            return DOCUMENTED;
        }
        var settings = Json.read(application.settings().getBytes(StandardCharsets.UTF_8));
        return new ApplicationSettings(
                settings.path(STRICT).asBoolean(),
                RATE_LIMIT.number(settings.path(RATE_LIMIT.name()).asText(), DOCUMENTED_RATE_LIMIT));
    }

    boolean limited() {
        return requestsPerSecond > 0;
    }

    /** The documented burst is half of what may come in a second. */
    Rate rate() {
        return new Rate("travtus request", requestsPerSecond, Math.max(1, requestsPerSecond / 2));
    }
}

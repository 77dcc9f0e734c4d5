package io.parlance.dialect.highq;

import io.parlance.core.dialect.Setting;
import io.parlance.core.tenant.Application;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The switches of an application that decide about its tokens; a value that makes no sense counts as not set.
 *
 * @param accessTokenLifetime 30 minutes to a month
 * @param asksPeople whether people are asked to allow what the application wants
 * @param serviceUser number of the person as whom the application acts by itself; 0 for nobody
 */
record OAuthSettings(Duration accessTokenLifetime, boolean asksPeople, int serviceUser) {
    private static final int FIVE_HOURS = 300;
    private static final Setting LIFETIME = Setting.wholeNumber("highq.accessTokenMinutes", 30, 44_640);
    private static final Setting ALLOW_DENY = Setting.oneOf("highq.allowDenyScreen", "true", "false");
    private static final Setting SERVICE_USER = Setting.wholeNumber("highq.serviceUser");

    static final List<Setting> ALL = List.of(LIFETIME, ALLOW_DENY, SERVICE_USER);

    static OAuthSettings of(Application application) {
        var settings = Json.read(application.settings().getBytes(StandardCharsets.UTF_8));
        return new OAuthSettings(
                Duration.ofMinutes(
                        LIFETIME.number(settings.path(LIFETIME.name()).asText(), FIVE_HOURS)),
                !settings.path(ALLOW_DENY.name()).asText().equals("false"),
                SERVICE_USER.number(settings.path(SERVICE_USER.name()).asText(), 0));
    }
}

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.dialect.Setting;
import io.parlance.core.tenant.Application;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The switches of an application that this dialect reads; a value that makes no sense counts as not set.
 *
 * @param rateLimit requests in 30 seconds per access token; 0 for any number
 */
record ApplicationSettings(int rateLimit, SenderFormat senderFormat) {
    private static final String RATE_LIMIT = "rateLimit";
    private static final String SENDER_FORMAT = "mews.senderFormat";
    private static final int DOCUMENTED_RATE_LIMIT = 200;

    static final List<Setting> ALL =
            List.of(Setting.wholeNumber(RATE_LIMIT), Setting.oneOf(SENDER_FORMAT, "string", "object"));

    static ApplicationSettings of(Application application) {
        var settings = Json.read(application.settings().getBytes(StandardCharsets.UTF_8));
        return new ApplicationSettings(
                rateLimit(settings.path(RATE_LIMIT)),
                SenderFormat.named(settings.path(SENDER_FORMAT).asText()));
    }

    private static int rateLimit(JsonNode value) {
        boolean sensible = value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
        return sensible ? value.intValue() : DOCUMENTED_RATE_LIMIT;
    }
}

package io.parlance.dialect.mews;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.access.Caller;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.tenant.Application;
import io.parlance.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What the unit tests of this package start from. */
final class MewsBodies {
    static final UUID TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID GROUP = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID APPLICATION = UUID.fromString("33333333-3333-4333-8333-333333333333");
    static final UUID THREAD = UUID.fromString("8d02142f-31cf-4115-90bf-ae5200c7a1ba");

    private MewsBodies() {}

    static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body with these items, without tokens. */
    static JsonNode messages(String items) {
        return json("{\"Messages\": [" + items + "]}");
    }

    static Application application(String settings) {
        return new Application(TENANT, APPLICATION, 7, "client", settings, Instant.EPOCH);
    }

    /** An access token of one enterprise. */
    static MewsCaller caller() {
        return new MewsCaller(
                new Caller(
                        TENANT,
                        new UUID(0, 9),
                        CredentialKind.ACCESS_TOKEN,
                        application("{}"),
                        null,
                        Set.of(GROUP),
                        null),
                ApplicationSettings.of(application("{}")));
    }
}

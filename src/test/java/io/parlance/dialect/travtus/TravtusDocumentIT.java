package io.parlance.dialect.travtus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.it.Admin;
import io.parlance.it.DocumentedDialect;
import io.parlance.it.Http;
import java.util.Map;

class TravtusDocumentIT implements DocumentedDialect {
    private final Admin.Tenant tenant = Admin.tenant();
    private final String application = tenant.application("{}");
    private final String token = token("{\"kind\":\"bearer\"}");

    @Override
    public String dialect() {
        return "travtus";
    }

    @Override
    public Map<String, String> credential() {
        return Map.of("Authorization", "Bearer " + token);
    }

    @Override
    public Map<String, String> own() {
        tenant.group("Sunset Apartments", ",\"alias\":\"group-id-1\",\"externalRef\":\"ext-group-id-1\"");
        var other = tenant.group("Other", "").path("id").asText();
        var client = tenant.credential(application, "{\"kind\":\"oauth-client\"}");
        return Map.of(
                "{client id}", client.path("clientId").asText(),
                "{client secret}", client.path("clientSecret").asText(),
                "{expired token}", expiredToken(),
                "{token of another group}", token("{\"kind\":\"bearer\",\"groups\":[\"" + other + "\"]}"));
    }

    private String expiredToken() {
        var shortLived = token("{\"kind\":\"bearer\",\"ttlSeconds\":1}");
        await().untilAsserted(() -> assertThat(Http.post("/messages/")
                        .bearer(shortLived)
                        .json("{}")
                        .send()
                        .status())
                .isEqualTo(401));
        return shortLived;
    }

    private String token(String body) {
        return tenant.credential(application, body).path("token").asText();
    }
}
